// The list of what waits on this phone, and what can be done with what was not taken: look, correct, choose between two versions, copy, delete.
import { fill as writeBack } from "./drafts.js";
import { when } from "./moment.js";

let ask;
const place = document.querySelector("[data-waiting]");
const words = place?.querySelector("[data-words]").dataset ?? {};

function button(line, sentence, act, isFirst = false) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = isFirst ? "btn btn-primary" : "btn";
  made.textContent = sentence;
  made.addEventListener("click", () => act(made));
  line.querySelector("[data-acts]").append(made);
}

const formAt = (page, url) => [...page.querySelectorAll("form[data-offline]")].find((form) => placeOf(form.getAttribute("action")) === placeOf(url));
const placeOf = (address) => {
  const { pathname, searchParams } = new URL(address, location.origin);
  searchParams.delete("entry");
  searchParams.delete("instead");
  searchParams.delete("kept");
  return `${pathname}?${searchParams}`;
};

function wrongIn(html, url) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const found = (formAt(page, url) ?? page).querySelectorAll(".field-no, .wrong, .error, .refused .empty-title");
  return [...new Set([...found].map((one) => one.textContent.trim()))].filter(Boolean).join(" ");
}

const isOfTwo = ({ answer, fields }) => answer?.status === 409 && fields.some(([name]) => name === "version");

function sentenceOf(entry) {
  const { state, answer, url } = entry;
  if (state === "shared") return words.sharedSays;
  if (state !== "held") return words.kept;
  const { status, html } = answer;
  const said = answer.words || (html ? wrongIn(html, url) : "");
  if (status === 0) return words.old;
  if (status === 409) return said || words.changed;
  if ([401, 403, 404, 410].includes(status)) return words.gone;
  return `${words.wrong} ${said}`.trim();
}

// A conflict: the same form as it stands there now, beside what was written here.
async function compare(line, entry) {
  const answer = await fetch(entry.page || entry.url, { headers: { Accept: "text/html" } }).catch(() => null);
  const form = answer?.ok && formAt(new DOMParser().parseFromString(await answer.text(), "text/html"), entry.url);
  if (!form) return;
  const theirs = {};
  for (const field of form.elements) if (field.tagName === "TEXTAREA" || (field.type === "text" && field.name)) theirs[field.name] = field.value;
  const mine = Object.fromEntries(entry.fields);
  const names = Object.keys(theirs).filter((name) => name in mine);
  line.querySelector("[data-mine]").textContent = names.map((name) => mine[name]).join("\n");
  line.querySelector("[data-theirs]").textContent = names.map((name) => theirs[name]).join("\n");
  line.querySelector("[data-both]").hidden = false;
  line.querySelector("[data-said]").hidden = true;
  const changed = {};
  for (const field of form.querySelectorAll("input[type=hidden]")) if (field.name in mine && field.name !== "once") changed[field.name] = field.value;
  button(line, words.mine, () => ask("again", { id: entry.id, changed }).then(draw), true);
  button(line, words.theirs, () => ask("drop", { id: entry.id }).then(draw));
}

function fill(line, entry) {
  line.dataset.entry = entry.id;
  line.querySelector("[data-title]").textContent = entry.about.title ?? (entry.state === "shared" ? words.shared : entry.url);
  line.querySelector("[data-when]").textContent = when(new Date(entry.at));
  line.querySelector("[data-state]").textContent = sentenceOf(entry);
  const said = line.querySelector("[data-said]");
  for (const [label, value] of entry.about.said ?? []) {
    const [name, text] = [document.createElement("dt"), document.createElement("dd")];
    name.textContent = label;
    text.textContent = value;
    said.append(name, text);
  }
  acts(line, entry);
}

function acts(line, entry) {
  const { status } = entry.answer ?? {};
  if (isOfTwo(entry)) compare(line, entry).then(() => rest(line, entry, words.merge));
  else rest(line, entry, entry.state === "shared" || (entry.state === "held" && status === 422) ? words.open : "");
}

function rest(line, entry, openWords) {
  if (openWords && entry.page) button(line, openWords, () => location.assign(`${entry.page.split("#")[0]}#entry-${entry.id}`));
  if (entry.answer?.status === 0) button(line, words.send, () => ask("again", { id: entry.id }).then(draw));
  if (entry.state === "held") {
    const text = (entry.about.said ?? []).map(([label, value]) => `${label}\n${value}`).join("\n\n");
    button(line, words.copy, (made) => navigator.clipboard.writeText(text).then(() => (made.textContent = words.copied)));
  }
  button(line, words.delete, () => ask("drop", { id: entry.id }).then(draw));
}

async function draw() {
  const { entries = [], locked = 0 } = await ask("list");
  const list = place.querySelector(".entries");
  const one = place.querySelector("template[data-one]").content;
  list.replaceChildren(
    ...entries.map((entry) => {
      const line = one.cloneNode(true).firstElementChild;
      fill(line, entry);
      return line;
    }),
  );
  list.hidden = !entries.length;
  const none = place.querySelector("[data-none]");
  none.hidden = entries.length > 0;
  none.dataset.rest ??= none.textContent;
  none.textContent = locked ? words.locked : none.dataset.rest;
  const isLeaving = location.hash === "#leaving" && entries.length;
  document.querySelector("[data-leaving]")?.toggleAttribute("hidden", !isLeaving);
  return entries.length;
}

async function readable() {
  const rows = document.querySelector("[data-readable] .rows");
  const pages = rows ? Object.values(await ask("readable")) : [];
  for (const { title, place: address, moment } of pages) {
    const row = document.createElement("a");
    row.className = "row";
    row.href = address;
    const text = row.appendChild(document.createElement("span"));
    text.className = "grow";
    text.textContent = title;
    const note = text.appendChild(document.createElement("span"));
    note.className = "note block";
    note.textContent = when(new Date(moment));
    rows.append(row);
  }
  if (pages.length) document.querySelector("[data-readable]").hidden = false;
}

// The form of an entry that was not taken, with what was written; sent again, it stands in its place.
async function restore(id) {
  const entry = (await ask("list")).entries?.find((one) => one.id === id);
  const form = entry && formAt(document, entry.url);
  if (!form) return;
  writeBack(form, entry.fields);
  form.dataset.instead = id;
  form.querySelector("textarea, input:not([type=hidden])")?.focus();
}

export async function begin(asking) {
  ask = asking;
  if (location.hash.startsWith("#entry-")) await restore(location.hash.slice(7));
  if (!place) return;
  navigator.serviceWorker.addEventListener("message", draw);
  const { owner } = document.body.dataset;
  if (owner) await ask("hello", { mark: owner }); // whoever has just signed in brings the keys
  await draw();
  await readable();
}
