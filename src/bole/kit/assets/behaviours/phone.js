// The app on a phone: its worker, what is written without a network, how old a page is, the badge. The long parts load when they are needed.
import { when } from "./moment.js";
import { say } from "./say.js";

const words = document.body.dataset;
const { serviceWorker } = navigator;
const OUT = ["/sign-out/", "/me/sessions/end/"];

/** Ask the worker; it answers with an object. */
export async function ask(what, more = {}) {
  const { active } = (await serviceWorker.getRegistration()) ?? {};
  if (!active) return {};
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data);
    active.postMessage({ ask: what, ...more }, [port2]);
  });
}

function bar(name, sentence, href = "") {
  const old = document.querySelector(`[data-bar="${name}"]`);
  const main = document.getElementById("main");
  if (!sentence || !main) return old?.remove();
  if (old?.firstChild.textContent === sentence) return old;
  const made = document.createElement("p");
  made.className = "offline-bar";
  made.dataset.bar = name;
  made.setAttribute("role", "status");
  made.append(sentence);
  if (href) {
    const link = document.createElement("a");
    link.className = "link";
    link.href = href;
    link.textContent = words.sayLook;
    made.append(" ", link);
  }
  if (old) old.replaceWith(made);
  else main.before(made);
  return made;
}

let retry = 0;

function show({ waiting = 0, held = 0, sent = 0, left = false }) {
  if (left) return;
  const n = waiting + held;
  const isThere = document.querySelector("[data-waiting]");
  const sentence = words.sayLocked ?? words.sayWaiting;
  bar("waiting", n && !isThere ? sentence.replace("{n}", n) : "", words.sayLocked ? "" : "/waiting/");
  if (sent) say(words.saySent.replace("{n}", sent));
  clearTimeout(retry);
  if (waiting && !document.hidden) retry = setTimeout(() => ask("send"), 20000);
}

function stand() {
  const { kept } = words;
  const asOf = kept ? when(new Date(kept)) : "";
  if ("away" in words) return;
  const isAway = kept || !navigator.onLine;
  bar("away", isAway ? ["slow" in words ? "" : words.sayAway, asOf && words.sayStale.replace("{time}", asOf)].filter(Boolean).join(" ") : "");
}

// What the writer would read again: labels and what stands beside them.
function saidIn(form) {
  const said = [];
  for (const field of form.elements) {
    if (!field.name || field.type === "hidden" || field.type === "submit") continue;
    if (["checkbox", "radio"].includes(field.type) && !field.checked) continue;
    const value = ["checkbox", "radio"].includes(field.type) ? field.labels?.[0]?.textContent : field.type === "file" ? [...field.files].map((one) => one.name).join(" ") : field.selectedOptions ? field.selectedOptions[0]?.textContent : field.value;
    const label = field.closest("fieldset")?.querySelector("legend")?.textContent ?? field.labels?.[0]?.textContent ?? "";
    if (value?.trim()) said.push([label.trim(), value.trim()]);
  }
  return said;
}

function hidden(form, name, value) {
  const field = form.querySelector(`input[type=hidden][name="${name}"]`) ?? form.appendChild(document.createElement("input"));
  Object.assign(field, { type: "hidden", name, value });
}

const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
const ref = () => [...crypto.getRandomValues(new Uint8Array(12))].map((one) => LETTERS[one % LETTERS.length]).join("");

// Each entry has a key: what is sent twice is taken once. Other words in the same form are another entry, also on a page from the phone's memory.
function mark(form) {
  const about = JSON.stringify({ title: form.dataset.offline || document.title.split(" · ")[0], said: saidIn(form) });
  const before = form.querySelector("input[name=entry_about]")?.value;
  const once = form.querySelector("input[name=once]");
  if (once && (before ? before !== about : words.kept)) once.value = ref();
  if (before !== about || !form.dataset.entry) form.dataset.entry = crypto.randomUUID();
  hidden(form, "entry_about", about);
  return form.dataset.entry;
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!serviceWorker?.controller || event.defaultPrevented) return;
  if (OUT.includes(new URL(form.action).pathname) && !("leaves" in form.dataset)) {
    event.preventDefault();
    localStorage.removeItem("push");
    ask("send").then(({ left }) => ask("count").then(({ held = 0 }) => ((left ?? 0) + held ? location.assign("/waiting/#leaving") : form.submit())));
  } else if ("offline" in form.dataset && !form.hasAttribute("hx-post")) {
    const address = new URL(form.action);
    address.searchParams.set("entry", mark(form));
    if (words.kept) address.searchParams.set("kept", "");
    if (form.dataset.instead) address.searchParams.set("instead", form.dataset.instead);
    form.action = address;
  }
});

document.body.addEventListener("htmx:configRequest", ({ detail }) => {
  const { elt, headers, parameters, verb } = detail;
  if (verb !== "post" || !elt.matches("form[data-offline]") || !serviceWorker?.controller) return;
  headers["Entry-Key"] = mark(elt);
  if (words.kept) headers["Bole-Kept"] = "1";
  for (const name of ["entry_about", "once"]) if (elt.elements[name]) parameters.set?.(name, elt.elements[name].value);
});

// A page from the phone's memory gives way to the one of now, unless somebody writes on it.
function renew() {
  if (words.kept && !document.querySelector("form[data-typed]")) location.reload();
}

async function begin() {
  await serviceWorker.register("/sw.js", { updateViaCache: "none" });
  await serviceWorker.ready;
  const { waiting, held } = words.owner ? await ask("hello", { mark: words.owner }) : await ask("count");
  show({ waiting, held });
  if (waiting && navigator.onLine) ask("send");
}

// Forms with writing in them keep what is typed; a part of the page may bring the first of them.
async function type(ready) {
  if (!words.owner) return;
  if (document.querySelector("form[data-keeps]")) (await import("./drafts.js")).begin(ask, ready);
  else document.body.addEventListener("htmx:afterSettle", () => type(ready), { once: true });
}

if (serviceWorker) {
  serviceWorker.addEventListener("message", ({ data }) => ("fresh" in data ? renew() : show(data)));
  type(new Promise((done) => addEventListener("load", () => begin().catch(() => {}).then(done))));
  addEventListener("online", () => {
    stand();
    ask("send");
    renew();
  });
  addEventListener("offline", stand);
  document.addEventListener("visibilitychange", async () => {
    if (document.hidden) return;
    const { waiting, held } = await ask("count");
    show({ waiting, held });
    if (waiting) ask("send");
  });
  document.addEventListener("input", ({ target }) => target.closest("form")?.setAttribute("data-typed", ""));
  stand();
}

// The browser offers to install the app: passed on once, where somebody begins, until they say no. Apple's offers nothing and is explained.
const mayOffer = () => location.pathname === "/" && localStorage.getItem("install") !== "no";
addEventListener("beforeinstallprompt", (event) => {
  if (!mayOffer()) return;
  event.preventDefault();
  import("./install.js").then(({ offer }) => offer(event));
});
if (navigator.standalone === false && mayOffer()) import("./install.js").then(({ explain }) => explain());

if (!words.owner) navigator.clearAppBadge?.()?.catch?.(() => {});
if (words.unread) (Number(words.unread) ? navigator.setAppBadge?.(Number(words.unread)) : navigator.clearAppBadge?.())?.catch?.(() => {});
if (document.querySelector("[data-waiting]") || location.hash.startsWith("#entry-")) import("./waiting.js").then(({ begin: open }) => open(ask));
