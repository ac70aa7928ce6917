// What is typed in a form with writing in it is kept on the phone while it is typed, and put back when the form is opened again.
import { when } from "./moment.js";

const PAUSE_MS = 300;
const said = document.body.dataset;
const looked = new WeakSet();
const known = new WeakSet();
const sent = new WeakSet();
const timers = new Map();
let ask;
let isOpen = false;

const isWords = ({ name, type }) => name && !["hidden", "file", "submit", "button", "password", "fieldset"].includes(type);
const isTicked = ({ type }) => type === "checkbox" || type === "radio";
const formOf = (target) => (target.form?.matches("form[data-keeps]") ? target.form : null);
// What was sent from a page that no worker watches yet, as on the first visit: what becomes of it is seen here.
const unwatched = new WeakSet();
const done = new Set();
const mayWait = (form) => "offline" in form.dataset;
// A form that the server draws anew while one writes on it, with parts more or fewer: `data-draws` is what asks for that and saves nothing. Its
// hidden fields say which parts there are. What is drawn next goes on from where the writer began.
const isDrawn = (form) => "draws" in form.dataset;
const OURS = ["csrfmiddlewaretoken", "version"];
const isPart = ({ form, name, type }) => isDrawn(form) && type === "hidden" && !OURS.includes(name);
const drawn = new Map();

// Two forms of one address are told apart by a hidden `key`, or by what `data-keeps` says.
function placeOf(form) {
  const { pathname, searchParams } = new URL(form.getAttribute("action"), location.href);
  for (const name of ["entry", "instead", "kept"]) searchParams.delete(name);
  return `${pathname}?${searchParams}#${form.querySelector("input[type=hidden][name=key]")?.value ?? form.dataset.keeps}`;
}

// Where it is sent to, as the worker will see it.
function wayOf(address) {
  const { pathname, search } = new URL(address, location.href);
  return pathname + search;
}

const chosen = (field, asGiven) => [...field.options].filter((one) => (asGiven ? one.defaultSelected : one.selected));

function valuesOf(field, asGiven) {
  if (isTicked(field)) return (asGiven ? field.defaultChecked : field.checked) ? [field.value] : [];
  if (!field.options) return [asGiven ? field.defaultValue : field.value];
  const values = chosen(field, asGiven).map(({ value }) => value);
  return values.length || field.multiple ? values : [field.options[0]?.value ?? ""];
}

// What stands in a form, or what stood there when it came.
const isKept = (field) => isWords(field) || isPart(field);
const fieldsOf = (form, asGiven = false) => [...form.elements].filter(isKept).flatMap((field) => valuesOf(field, asGiven).map((value) => [field.name, value]));
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function unfold(form) {
  for (let box = form.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
}

/** Put values into the fields of a form; fields of one name take theirs in order. */
export function fill(form, fields) {
  const left = new Map();
  for (const [name, value] of fields) left.set(name, [...(left.get(name) ?? []), value]);
  for (const field of [...form.elements].filter(isWords)) {
    const values = left.get(field.name) ?? [];
    if (isTicked(field)) field.checked = values.includes(field.value);
    else if (field.multiple && field.options) for (const one of field.options) one.selected = values.includes(one.value);
    else if (values.length) field.value = values.shift();
  }
  unfold(form);
  for (const box of form.querySelectorAll("details")) box.open ||= [...box.querySelectorAll("textarea, input[type=text]")].some(({ value }) => value);
}

// At once: a page that is being closed has no second turn.
function tell(more) {
  const { controller } = navigator.serviceWorker;
  if (controller) controller.postMessage({ ask: "keepDraft", ...more });
  else ask("keepDraft", more);
}

// What somebody wrote over: the version that the form names; where it may name none, what stood in the fields as well.
const bases = new WeakMap();
const printOf = (fields) => [...JSON.stringify(fields)].reduce((sum, one) => (Math.imul(sum, 31) + one.codePointAt(0)) | 0, 7);
function baseOf(form) {
  const version = form.querySelector("input[type=hidden][name=version]")?.value ?? "";
  return mayWait(form) ? version : (bases.get(form) ?? `${version} ${printOf(fieldsOf(form, true))}`);
}

function keep(form, entry = "", to = "") {
  clearTimeout(timers.get(form));
  timers.delete(form);
  if (!known.has(form) || (sent.has(form) && !entry && !to)) return; // what was kept before is looked at first
  const fields = fieldsOf(form);
  const hasFiles = [...form.elements].some(({ files }) => files?.length);
  const about = entry && form.querySelector("input[name=entry_about]")?.value;
  const words = !to && !bases.has(form) && same(fields, fieldsOf(form, true)) ? null : { fields, version: baseOf(form), hasFiles, about };
  tell({ place: placeOf(form), words, entry, to });
}

function line(form, sentence, acts) {
  form.querySelector(":scope > [data-draft]")?.remove();
  if (!sentence) return;
  const made = document.createElement("p");
  made.className = "offline-bar draft-bar";
  made.dataset.draft = "";
  made.setAttribute("role", "status");
  made.append(sentence);
  for (const [words, act] of acts) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-low";
    button.textContent = words;
    button.addEventListener("click", act);
    made.append(button);
  }
  form.prepend(made);
  unfold(form);
}

function discard(form, isIn) {
  if (isIn) form.reset();
  line(form);
  delete form.dataset.entry;
  if (!isIn || !isDrawn(form)) return tell({ place: placeOf(form), words: null });
  return ask("keepDraft", { place: placeOf(form), words: null }).then(() => location.reload());
}

function sayBack(form, at, hasFiles) {
  const files = hasFiles ? said.sayFiles : "";
  line(form, said.sayDraft.replace("{time}", when(new Date(at))) + (files && ` ${files}`), [[said.sayDiscard, () => discard(form, true)]]);
}

// Ask for the form as it was written. If it does not come, the draft stays as it is.
async function drawAgain(form, { words, at }) {
  const ours = [...form.elements].filter(({ name }) => OURS.includes(name)).map(({ name, value }) => [name, value]);
  const values = { ...Object.fromEntries([...words.fields, ...ours]), do: form.dataset.draws };
  known.delete(form);
  drawn.set(placeOf(form), { base: baseOf(form), at });
  await htmx.ajax("POST", form.getAttribute("action"), { target: form.getAttribute("hx-target"), swap: "outerHTML", values }).catch(() => {});
  if (form.isConnected) drawn.delete(placeOf(form));
}

// The writer goes on with what was drawn.
function goOn(form, { base, at }) {
  drawn.delete(placeOf(form));
  bases.set(form, base);
  known.add(form);
  keep(form);
  if (at) sayBack(form, at);
}

function putBack(form, { words, entry, at }) {
  if (isDrawn(form)) return drawAgain(form, { words, at });
  fill(form, words.fields);
  form.dataset.typed = "";
  // What was on its way when the page went keeps its key: if it did arrive, it is not taken twice.
  if (entry) {
    form.dataset.entry = entry;
    const about = form.querySelector("input[name=entry_about]") ?? form.appendChild(document.createElement("input"));
    Object.assign(about, { type: "hidden", name: "entry_about", value: words.about });
  }
  return sayBack(form, at, words.hasFiles);
}

// An answer to what was sent shows it again, and may have added to it.
function shows(form, { words, to }) {
  const fields = fieldsOf(form);
  if (same(words.fields, fields)) return true;
  const there = new Set(fields.map((one) => JSON.stringify(one)));
  return to && words.fields.every((one) => there.has(JSON.stringify(one)));
}

async function look(form) {
  if (looked.has(form)) return;
  looked.add(form);
  const going = drawn.get(placeOf(form));
  if (going) return goOn(form, going);
  if (done.delete(placeOf(form))) return known.add(form);
  // An entry that was not taken brings its own words.
  if (location.hash.startsWith("#entry-")) return known.add(form);
  const found = await ask("draft", { place: placeOf(form) });
  if (found.isShut && !isOpen) return looked.delete(form); // the keys come with the worker's first word
  known.add(form);
  const isTyped = "typed" in form.dataset;
  const isThere = found.words && shows(form, found);
  if (isThere && found.to) bases.set(form, found.words.version);
  if (isThere || !found.words) return isTyped ? keep(form) : null;
  if (!isTyped && found.words.version === baseOf(form)) return putBack(form, found);
  // Somebody changed it meanwhile, or writes already: both stay until the writer says.
  const both = [[said.sayPut, () => putBack(form, found)], [said.sayDiscard, () => discard(form, false)]];
  return line(form, said.sayOther, both);
}

const lookAll = () => document.querySelectorAll("form[data-keeps]").forEach(look);

function keepAll() {
  for (const form of timers.keys()) keep(form);
}

export function begin(asking, ready) {
  ask = asking;
  for (const name of ["input", "change"]) {
    document.addEventListener(name, ({ target }) => {
      const form = formOf(target);
      if (!form) return;
      sent.delete(form);
      clearTimeout(timers.get(form));
      timers.set(form, setTimeout(() => keep(form), PAUSE_MS));
    });
  }
  document.addEventListener("visibilitychange", keepAll);
  addEventListener("pagehide", keepAll);
  document.addEventListener("submit", ({ target, submitter, defaultPrevented }) => {
    if (!formOf({ form: target }) || defaultPrevented) return;
    sent.add(target);
    if (target.dataset.entry) keep(target, target.dataset.entry);
    else if (!mayWait(target) && navigator.serviceWorker.controller) keep(target, "", wayOf(submitter?.getAttribute("formaction") ?? target.getAttribute("action")));
    else tell({ place: placeOf(target), words: null }); // no worker watches what becomes of it
  });
  document.body.addEventListener("htmx:configRequest", ({ detail }) => {
    if (detail.verb !== "post" || !formOf({ form: detail.elt })) return;
    if (isDrawn(detail.elt) && detail.triggeringEvent?.submitter?.formNoValidate) {
      keep(detail.elt);
      drawn.set(placeOf(detail.elt), { base: baseOf(detail.elt) });
    } else if (detail.headers["Entry-Key"]) keep(detail.elt, detail.headers["Entry-Key"]);
    else if (!navigator.serviceWorker.controller) unwatched.add(detail.elt);
    else if (!mayWait(detail.elt)) keep(detail.elt, "", wayOf(detail.path));
  });
  document.body.addEventListener("htmx:beforeSwap", ({ detail }) => {
    const form = detail.requestConfig.elt;
    if (!unwatched.delete(form) || detail.xhr.status >= 400) return;
    sent.add(form);
    done.add(placeOf(form));
    tell({ place: placeOf(form), words: null });
  });
  document.body.addEventListener("htmx:afterSettle", lookAll);
  lookAll();
  ready.then(() => {
    isOpen = true;
    lookAll();
  });
}
