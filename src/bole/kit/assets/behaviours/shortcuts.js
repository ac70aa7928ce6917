// Keys: `/` search, `?` the list, `g x` a way of the menu. Never while someone writes, never with a modifier.
import { open } from "./dialog.js";

const PAUSE_MS = 1200;
let began = 0;

function writes(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (writes(event.target) || document.querySelector("dialog[open]")) return;
  if (event.timeStamp - began < PAUSE_MS) {
    began = 0;
    const way = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (way) {
      event.preventDefault();
      way.click();
    }
    return;
  }
  if (event.key === "g") began = event.timeStamp;
  else if (event.key === "/") open("search", event);
  else if (event.key === "?") open("keys", event);
});
