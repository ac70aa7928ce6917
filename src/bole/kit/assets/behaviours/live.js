// Live parts: the stream carries names, never values. Each part that is named is fetched again by its own address.
import { countFrom, figuresIn } from "./count.js";

const CALM_MS = 80;
const LONGEST_MS = 30000;
const address = document.body.dataset.live;
const FIELDS = "input:not([type=search]), textarea, select";
const AGAIN = ["focusout", "htmx:afterRequest"];
const named = new Set();
const waiting = new WeakSet();
let stream = null;
let calm = 0;
let wait = 1000;
let retry = 0;
let missed = false;

// A part may hear several names, set apart by spaces.
function parts(name) {
  return [...document.querySelectorAll(`[data-part~="${CSS.escape(name)}"][data-part-url]`)];
}

function isChanged(field) {
  if (field.getAttribute("aria-invalid") === "true") return true;
  if (field.matches("select")) return field.selectedIndex !== Math.max(0, [...field.options].findIndex((one) => one.defaultSelected));
  return field.matches("[type=checkbox], [type=radio]") ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

// Whoever writes in the part, wrote in it and did not send it, or sent it and has no answer yet, keeps it as it is.
function writesIn(part) {
  const at = document.activeElement;
  const isAt = part.contains(at) && at.matches("input, textarea, select");
  return isAt || part.querySelector(".htmx-request") !== null || [...part.querySelectorAll(FIELDS)].some(isChanged);
}

// Where the keys are: by its own name, by what it leads to or else says, and which of those that are alike.
function placeOf(at, part) {
  const like = (one) => one.getAttribute("href") || one.name || one.textContent.trim();
  const alike = (among, likeness) => [...among.querySelectorAll(at.tagName)].filter((one) => like(one) === likeness);
  const [likeness, order] = [like(at), alike(part, like(at)).indexOf(at)];
  return (fresh) => document.getElementById(at.id) ?? alike(fresh, likeness).at(order);
}

// What the reader did to the part, as it is in the moment before it is replaced.
function stateOf(part) {
  const open = new Map([...part.querySelectorAll("details[id]")].map((one) => [one.id, one.open]));
  const focus = part.contains(document.activeElement) ? placeOf(document.activeElement, part) : null;
  return { figures: figuresIn(part), open, focus };
}

// Once for each part: when a field is left, or an answer has come.
function lookAgain(part) {
  if (waiting.has(part)) return;
  waiting.add(part);
  const again = () => {
    for (const name of AGAIN) part.removeEventListener(name, again);
    waiting.delete(part);
    setTimeout(() => part.isConnected && refresh(part), CALM_MS);
  };
  for (const name of AGAIN) part.addEventListener(name, again);
}

async function refresh(part) {
  if (writesIn(part)) {
    lookAgain(part);
    return;
  }
  let state = null;
  const hold = (event) => {
    if (event.target !== part) return;
    if (writesIn(part)) event.detail.shouldSwap = false;
    else state = stateOf(part);
  };
  part.addEventListener("htmx:beforeSwap", hold);
  const { part: name, partUrl: url } = part.dataset;
  await htmx.ajax("GET", url, { source: part, target: part, swap: "outerHTML" }).catch(() => {});
  part.removeEventListener("htmx:beforeSwap", hold);
  if (part.isConnected) {
    if (!state && writesIn(part)) refresh(part);
    return;
  }
  const fresh = part.id ? document.getElementById(part.id) : parts(name)[0];
  if (!fresh || !state) return;
  state.open.forEach((isOpen, id) => document.getElementById(id)?.toggleAttribute("open", isOpen));
  state.focus?.(fresh)?.focus({ preventScroll: true });
  countFrom(state.figures, fresh);
}

function flush() {
  const names = [...named];
  named.clear();
  new Set(names.flatMap(parts)).forEach(refresh);
}

function hear({ data }) {
  wait = 1000;
  JSON.parse(data).forEach((name) => named.add(name));
  clearTimeout(calm);
  calm = setTimeout(flush, CALM_MS);
}

function close() {
  stream?.close();
  stream = null;
  clearTimeout(retry);
}

function listen() {
  if (stream || document.hidden) return;
  stream = new EventSource(address);
  stream.onmessage = hear;
  stream.onopen = () => {
    wait = 1000;
    if (missed) document.querySelectorAll("[data-part][data-part-url]").forEach(refresh);
    missed = false;
  };
  stream.onerror = () => {
    close();
    missed = true;
    retry = setTimeout(listen, wait * (0.8 + Math.random() * 0.4));
    wait = Math.min(wait * 2, LONGEST_MS);
  };
}

if (address) {
  // A browser opens six streams a host: a hidden page gives its own back and looks again when it is seen.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      close();
      missed = true;
    } else listen();
  });
  addEventListener("pagehide", close);
  addEventListener("pageshow", ({ persisted }) => {
    missed ||= persisted;
    listen();
  });
  listen();
}
