// A moment of this phone in words, as the pages write it: 23 Nov, 23:52.
export function when(moment) {
  const { lang } = document.documentElement;
  const parts = { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, parts).format(moment);
}
