// The palette: Ctrl or Cmd+K calls the search dialog. Arrows walk through what was found, Enter opens it, letters go back to typing.
import { open } from "./dialog.js";

const dialog = document.getElementById("search");
const input = dialog?.querySelector("input[name=q]");
const list = dialog?.querySelector("#search-found");

addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const other = document.querySelector("dialog[open]");
  if (dialog && (!other || other === dialog)) open("search", event);
});

// Before anything is typed it shows what one may do.
input?.addEventListener("focus", () => list.children.length || input.dispatchEvent(new Event("begin")));

dialog?.addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const ways = [...list.querySelectorAll("a[href]")];
  const at = ways.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && ways.length) {
    event.preventDefault();
    const next = at + step;
    (next < 0 ? input : ways[Math.min(next, ways.length - 1)]).focus();
  } else if (event.key === "Enter" && event.target === input) {
    // What is shown belongs to what is typed: then the first of it is meant. Else the page of search answers.
    const shown = list.querySelector("[data-found]")?.dataset.found;
    if (!ways.length || shown !== input.value.trim()) return;
    event.preventDefault();
    ways[0].click();
  } else if (at >= 0 && event.key.length === 1 && event.key !== " ") {
    input.focus();
  }
});

// Each time it opens it begins anew.
dialog?.addEventListener("close", () => {
  input.value = "";
  list.replaceChildren();
});
