// A figure that moved counts to its new value once, and is said once.
import { whisper } from "./say.js";

const LONG_MS = 600;

function show(figure, value, digits) {
  const [whole, decimals] = value.toFixed(digits).split(".");
  figure.firstChild.textContent = whole;
  const small = figure.querySelector("small");
  if (small) small.textContent = decimals ? `.${decimals}` : "";
}

/** Return the figures of a part, by their key. */
export function figuresIn(part) {
  const found = new Map();
  part.querySelectorAll("[data-figure]").forEach((figure) => found.set(figure.dataset.figure, figure.dataset.value));
  return found;
}

/** Count each figure of the new part from where it stood. */
export function countFrom(before, part) {
  part.querySelectorAll("[data-figure]").forEach((figure) => {
    const text = figure.dataset.value;
    const old = before.get(figure.dataset.figure);
    const [from, to] = [Number.parseFloat(old), Number.parseFloat(text)];
    if (old === undefined || old === text || Number.isNaN(from) || Number.isNaN(to)) return;
    whisper(`${figure.dataset.label ?? ""} ${text}`.trim());
    if (matchMedia("(prefers-reduced-motion: reduce)").matches || document.hidden) return;
    const digits = (text.split(".")[1] ?? "").length;
    const began = performance.now();
    const step = (time) => {
      const gone = Math.min((time - began) / LONG_MS, 1);
      show(figure, from + (to - from) * (1 - (1 - gone) ** 3), digits);
      if (gone < 1) requestAnimationFrame(step);
    };
    show(figure, from, digits);
    requestAnimationFrame(step);
  });
}
