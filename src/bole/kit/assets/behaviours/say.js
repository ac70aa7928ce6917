// Say what happened: toasts that go after six seconds, and the answers of the server that are not a part of the page.
const SHOWN_MS = 6000;
const words = document.body.dataset;

function leave(toast) {
  toast.remove();
}

function watch(toast) {
  toast.querySelector(".toast-close")?.addEventListener("click", () => leave(toast));
  if ("stays" in toast.dataset) return;
  let timer = setTimeout(() => leave(toast), SHOWN_MS);
  const hold = () => clearTimeout(timer);
  const go = () => {
    hold();
    timer = setTimeout(() => leave(toast), SHOWN_MS);
  };
  toast.addEventListener("pointerenter", hold);
  toast.addEventListener("focusin", hold);
  toast.addEventListener("pointerleave", go);
  toast.addEventListener("focusout", go);
}

/** Show a toast; a problem stays until it is closed. A way out of it opens beside this page, which stays as it is. */
export function say(sentence, { stays = false, way = null } = {}) {
  const shown = [...document.querySelectorAll("#toasts > .toast-note > .grow")];
  if (shown.some((one) => one.firstChild.textContent === sentence)) return;
  const toast = document.createElement("div");
  toast.className = "toast-note";
  toast.setAttribute("role", stays ? "alert" : "status");
  if (stays) toast.dataset.stays = "";
  const text = document.createElement("span");
  text.className = "grow";
  text.append(sentence);
  if (way) {
    const link = document.createElement("a");
    Object.assign(link, { className: "link", href: way.href, target: "_blank", textContent: way.words });
    text.append(" ", link);
  }
  const close = document.createElement("button");
  close.className = "toast-close";
  close.type = "button";
  close.setAttribute("aria-label", words.sayClose ?? "×");
  close.textContent = "×";
  toast.append(text, close);
  document.getElementById("toasts")?.append(toast);
  watch(toast);
}

/** Tell a screen reader, without showing anything. */
export function whisper(sentence) {
  const place = document.getElementById("said");
  if (place) place.textContent = sentence;
}

function sentenceOf(answer) {
  const page = new DOMParser().parseFromString(answer, "text/html");
  return page.querySelector(".refused .empty-title")?.textContent.trim();
}

document.querySelectorAll("#toasts > .toast-note").forEach(watch);
document.body.addEventListener("htmx:sendError", () => say(words.sayOffline, { stays: true }));
document.body.addEventListener("htmx:timeout", () => say(words.sayOffline, { stays: true }));
document.body.addEventListener("htmx:responseError", ({ detail }) => {
  if (detail.elt.closest("[data-part]") === detail.elt) return; // a live part stays as it is
  const { status, responseText } = detail.xhr;
  const fallback = status === 401 ? words.sayExpired : status >= 500 ? words.sayFailed : words.sayRefused;
  const way = status === 401 ? { href: "/sign-in/", words: words.saySignIn } : null;
  say(sentenceOf(responseText) ?? fallback, { stays: true, way });
});
document.querySelectorAll("[data-reload]").forEach((button) => button.addEventListener("click", () => location.reload()));
