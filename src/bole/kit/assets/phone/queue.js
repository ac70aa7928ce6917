// What was written without a network: sealed, in the order of writing, sent once. The key of an entry lets the server take it once.
import { openKey, sealWords, seal, unseal, unsealWords } from "./lock.js";
import { hello, mine } from "./owner.js";
import { all, get, put, remove } from "./store.js";

const OLD_MS = 30 * 86400000;
const ABOUT = "entry_about";
const LATER = [408, 425, 429, 500, 502, 503, 504];
const byOrder = (one, other) => one.order - other.order;
// What was shared counts once the server has said that no other site sent it (shared.js).
const seen = async () => (await all("entries")).filter(({ state }) => state !== "unsure").sort(byOrder);
const keyFor = async ({ queue }, { from }) => (from ? openKey(queue, await get("keys", "box"), from) : queue);

/** Return how many wait and how many need a look. */
export async function count() {
  const entries = await seen();
  const waiting = entries.filter(({ state }) => state === "waiting").length;
  return { waiting, held: entries.length - waiting };
}

// What went through while no page was open is said by the next one.
let unsaid = 0;

/** Tell every open page how it stands. */
export async function tell({ sent = 0, ...more } = {}) {
  const pages = (await clients.matchAll()).filter(({ visibilityState }) => visibilityState === "visible");
  unsaid += sent;
  const news = { ...(await count()), ...more, sent: unsaid };
  if (pages.length) unsaid = 0;
  for (const page of pages) page.postMessage(news);
}

/** Keep what a form sent. Returns false if nobody's key is open. */
export async function add(request, key) {
  const session = await mine();
  if (!session) return false;
  const form = await request.formData();
  const about = JSON.parse(form.get(ABOUT) ?? "{}");
  form.delete(ABOUT);
  form.delete("csrfmiddlewaretoken");
  await write(session, key, { about, url: request.url, page: request.referrer, at: Date.now() }, form);
  await self.registration.sync?.register("send").catch(() => {});
  await tell();
  return true;
}

async function write(session, id, head, form) {
  const address = new URL(head.url);
  for (const name of ["entry", "instead", "kept"]) address.searchParams.delete(name);
  const hasFiles = [...form.values()].some((value) => typeof value !== "string");
  const plain = new Response(hasFiles ? form : new URLSearchParams([...form]));
  const type = plain.headers.get("Content-Type");
  const body = await seal(session.queue, await plain.arrayBuffer(), id);
  const order = await next();
  const sealed = await sealWords(session.queue, { ...head, url: address.pathname + address.search, type }, id);
  await put("entries", { id, owner: session.owner, order, state: "waiting", tries: 0, head: sealed, body });
}

/** Return the place of one that comes now: after all others. */
export const next = async () => Math.max(0, ...(await all("entries")).map((one) => one.order)) + 1;

/** Return what waits, opened for its writer; nothing while it is locked. */
export async function list() {
  const session = await mine();
  const entries = await seen();
  if (!session) return { locked: entries.length, entries: [] };
  const open = entries.map(async (one) => {
    const head = await unsealWords(await keyFor(session, one), one.head, one.id);
    const answer = one.answer ? await unsealWords(session.queue, one.answer, one.id) : null;
    return { id: one.id, state: one.state, ...head, fields: await fieldsOf(session, one, head), answer };
  });
  return { locked: 0, entries: await Promise.all(open) };
}

async function formOf(session, one, head) {
  return new Response(await unseal(await keyFor(session, one), one.body, one.id), { headers: { "Content-Type": head.type } }).formData();
}

/** Return an entry of the owner's as it was sent: how its body is to be read, and the body. */
export async function opened(session, one) {
  const key = await keyFor(session, one);
  const { type } = await unsealWords(key, one.head, one.id);
  return { type, body: await unseal(key, one.body, one.id) };
}

async function fieldsOf(session, one, head) {
  return [...(await formOf(session, one, head))].filter(([, value]) => typeof value === "string");
}

export async function drop(id) {
  await remove("entries", id);
  await tell();
}

/** Send an entry again under a key of its own, with the fields that were looked at meanwhile. */
export async function again(id, changed = {}) {
  const session = await mine();
  const one = await get("entries", id);
  if (!session || !one) return;
  const head = await unsealWords(session.queue, one.head, id);
  const form = await formOf(session, one, head);
  for (const [name, value] of Object.entries(changed)) form.set(name, value);
  const fresh = Object.keys(changed).length ? crypto.randomUUID() : id;
  await write(session, fresh, { ...head, url: new URL(head.url, location.origin).href }, form);
  if (fresh !== id) await remove("entries", id);
  await send();
}

/** Send what waits, one after the other, as long as something goes through. One sender at a time. */
export const send = () => navigator.locks.request("send", sendAll);

async function sendAll() {
  let sent = 0;
  for (let went = 1; went > 0; ) {
    const waiting = (await all("entries")).filter(({ state }) => state === "waiting").sort(byOrder);
    if (!waiting.length || !(await mine())) break;
    went = 0;
    const { told, session } = (await reach()) ?? {};
    for (const one of session ? waiting : []) {
      const fate = await sendOne(session, told.token, one).catch(() => "later");
      went += fate !== "later";
      sent += fate === "taken";
      if (fate === "over") return finish(sent);
    }
  }
  return finish(sent);
}

// A line that drops messages is tried a few times before it counts as none.
async function reach() {
  for (let tries = 0; tries < 4; tries += 1) {
    const found = await hello().catch(() => null);
    if (found) return found;
  }
  return null;
}

async function finish(sent) {
  await tell({ sent });
  return (await count()).waiting;
}

/** Say what nobody was told yet. */
export const sayWhatWent = () => (unsaid ? tell() : null);

async function sendOne(session, token, one) {
  const head = await unsealWords(session.queue, one.head, one.id);
  if (one.tries && Math.abs(Date.now() - one.tried) > OLD_MS) return hold(session, one, { status: 0 });
  await put("entries", { ...one, tries: one.tries + 1, tried: one.tries ? one.tried : Date.now() });
  const answer = await fetch(head.url, {
    method: "POST",
    body: await unseal(session.queue, one.body, one.id),
    headers: { "Content-Type": head.type, "X-CSRFToken": token, "Entry-Key": one.id, "Bole-Queue": "1", "Bole-Owner": session.owner },
    redirect: "error",
    cache: "no-store",
  });
  if (answer.ok) {
    await remove("entries", one.id);
    return "taken";
  }
  if (LATER.includes(answer.status)) return "later";
  if (answer.status === 401) {
    await hello().catch(() => {});
    return "over";
  }
  const isPlain = answer.headers.get("Content-Type")?.startsWith("application/json");
  const { code = "", message = "", hint = "" } = isPlain ? await answer.json() : {};
  if (code === "no_form_token") return "later";
  return hold(session, one, { status: answer.status, code, words: [message, hint].filter(Boolean).join(" "), html: isPlain ? "" : await answer.text() });
}

async function hold(session, one, answer) {
  await put("entries", { ...one, state: "held", answer: await sealWords(session.queue, answer, one.id) });
  return "held";
}
