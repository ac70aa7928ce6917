// The theme changes at once; the cookie tells the server for the next page. Without this the form does it.
const YEAR_S = 31536000;

document.addEventListener("change", ({ target }) => {
  if (!target.matches?.("[data-theme-choice] input")) return;
  const theme = target.value;
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `theme=${theme}; path=/; max-age=${theme ? YEAR_S : 0}; samesite=lax${secure}`;
});
