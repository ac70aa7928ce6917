// Keys: `/` search, `?` the list, `g x` a way of the menu. Never while someone writes, never with a modifier.
import { open } from "./dialog.js";

/** Write the ways of the menu into the list of keys, the first time that it is asked for. */
function fill(list) {
  if (!list || list.dataset.keys === "filled") return;
  list.dataset.keys = "filled";
  const last = list.lastElementChild;
  for (const way of document.querySelectorAll("[data-key]")) {
    const line = document.createElement("div");
    const name = document.createElement("dt");
    name.textContent = way.querySelector(".grow").textContent;
    const keys = document.createElement("dd");
    for (const key of ["g", way.dataset.key]) {
      const one = document.createElement("kbd");
      one.textContent = key;
      keys.append(one, " ");
    }
    line.append(name, keys);
    last.before(line);
  }
}

const PAUSE_MS = 1200;
let began = Number.NEGATIVE_INFINITY;

function writes(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (writes(event.target) || document.querySelector("dialog[open]")) return;
  if (event.timeStamp - began < PAUSE_MS) {
    began = Number.NEGATIVE_INFINITY;
    const way = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (way) {
      event.preventDefault();
      way.click();
    }
    return;
  }
  if (event.key === "g") began = event.timeStamp;
  else if (event.key === "/") open("search", event);
  else if (event.key === "?") {
    fill(document.querySelector("[data-keys]"));
    open("keys", event);
  }
});
