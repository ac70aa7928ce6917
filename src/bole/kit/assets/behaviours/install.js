// The hint that the app can be installed; "not now" is kept on this device.
const words = document.querySelector("template[data-install]");

function leave(hint, isRefused) {
  if (isRefused) localStorage.setItem("install", "no");
  hint.remove();
}

/** Offer to install the app. */
export function offer(event) {
  const main = document.getElementById("main");
  if (!words || !main || document.querySelector("[data-hint=install]")) return;
  const hint = words.content.cloneNode(true).firstElementChild;
  hint.dataset.hint = "install";
  const [yes, no] = hint.querySelectorAll("button");
  yes.addEventListener("click", () => event.prompt().then(({ outcome }) => leave(hint, outcome === "dismissed")));
  no.addEventListener("click", () => leave(hint, true));
  main.append(hint);
}
