// Live parts: the stream carries names, never values. Each part that is named is fetched again by its own address.
import { countFrom, figuresIn } from "./count.js";

const CALM_MS = 80;
const LONGEST_MS = 30000;
const address = document.body.dataset.live;
const named = new Set();
let stream = null;
let calm = 0;
let wait = 1000;
let retry = 0;
let missed = false;

// A part may hear several names, set apart by spaces.
function parts(name) {
  return [...document.querySelectorAll(`[data-part~="${CSS.escape(name)}"][data-part-url]`)];
}

function writesIn(part) {
  const at = document.activeElement;
  return part.contains(at) && at.matches("input, textarea, select");
}

async function refresh(part) {
  if (writesIn(part)) {
    part.addEventListener("focusout", () => setTimeout(() => part.isConnected && refresh(part), CALM_MS), { once: true });
    return;
  }
  const before = figuresIn(part);
  const open = [...part.querySelectorAll("details[id][open]")].map((one) => one.id);
  const focus = part.contains(document.activeElement) ? document.activeElement.id : "";
  const { part: name, partUrl: url } = part.dataset;
  await htmx.ajax("GET", url, { source: part, target: part, swap: "outerHTML" }).catch(() => {});
  const fresh = part.id ? document.getElementById(part.id) : parts(name)[0];
  if (!fresh || fresh === part) return;
  open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
  if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  countFrom(before, fresh);
}

function flush() {
  const names = [...named];
  named.clear();
  names.flatMap(parts).forEach(refresh);
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
