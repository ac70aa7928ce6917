// The hint that the app can be installed; "not now" is kept on this device.
const main = document.getElementById("main");

function leave(hint, isRefused) {
  if (isRefused) localStorage.setItem("install", "no");
  hint.remove();
}

function show(name) {
  const words = document.querySelector(`template[${name}]`);
  if (!words || !main || document.querySelector("[data-hint=install]")) return [];
  const hint = words.content.cloneNode(true).firstElementChild;
  hint.dataset.hint = "install";
  const buttons = [...hint.querySelectorAll("button")];
  buttons.at(-1).addEventListener("click", () => leave(hint, true));
  main.append(hint);
  return [hint, ...buttons];
}

/** Offer to install the app. */
export function offer(event) {
  const [hint, yes] = show("data-install");
  yes?.addEventListener("click", () => event.prompt().then(({ outcome }) => leave(hint, outcome === "dismissed")));
}

/** Say how it is installed where the browser offers nothing. */
export const explain = () => show("data-install-by-hand");
