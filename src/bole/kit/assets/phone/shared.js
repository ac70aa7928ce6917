// What another app shares into this one after the session has ended: locked on the phone for whoever was here last, put into the form when they
// are back, gone when somebody else signs in.
//
// The worker cannot tell who shares: another site could send the same form. So it keeps what came, hands the very request on, and believes it
// only when the server, which is told who sent it, names it at the door.
import { dropKey, seal, sealWords } from "./lock.js";
import { hello } from "./owner.js";
import { next, opened } from "./queue.js";
import { all, get, put, remove } from "./store.js";

export const SHARED = "/results/share/";
const FORM = "/results/new/?kind=project_report";
const MOST_BYTES = 50 * 2 ** 20;
const UNSURE_MS = 10 * 60000;

/** Return where what is shared goes on: by itself, past this worker. Throws without a network. */
export async function passOn(request) {
  const { session } = await hello();
  const id = session ? "" : await keep(await request.formData()).catch(() => "");
  const after = id ? `${FORM}&shared=${id}` : FORM;
  return Response.redirect(`${SHARED}?after=${encodeURIComponent(after)}`, 307);
}

async function keep(form) {
  const box = await get("keys", "box");
  if (!box) return ""; // nobody was here, or they signed out
  const id = crypto.randomUUID();
  const plain = new Response(form);
  const type = plain.headers.get("Content-Type");
  const bytes = await plain.arrayBuffer();
  if (bytes.byteLength > MOST_BYTES) return "";
  const said = [...form.values()].map((one) => ["", typeof one === "string" ? one : one.name]).filter(([, words]) => words);
  const { key, from } = await dropKey(box);
  const head = await sealWords(key, { about: { said }, url: SHARED, page: `${FORM}&shared=${id}`, at: Date.now(), type }, id);
  await thin();
  await put("entries", { id, owner: box.owner, order: await next(), state: "unsure", came: Date.now(), from, head, body: await seal(key, bytes, id) });
  return id;
}

// What the server did not speak for came from elsewhere.
async function thin() {
  const old = (await all("entries")).filter(({ state, came }) => state === "unsure" && Math.abs(Date.now() - came) > UNSURE_MS);
  for (const { id } of old) await remove("entries", id);
}

/** Believe what the door names: the server saw that it was this phone that shared it. */
export async function believe(after) {
  const id = new URL(after, location.origin).searchParams.get("shared");
  const one = id && (await get("entries", id));
  if (one?.state === "unsure") await put("entries", { ...one, state: "shared" });
}

/** Hand in what was shared, for whoever it belongs to; return the answer, which leads to the form with it. Nothing if it is not there. */
export async function handIn(id) {
  const one = await get("entries", id);
  if (one?.state !== "shared") return null;
  const { session } = await hello();
  if (session?.owner !== one.owner) return null;
  const { type, body } = await opened(session, one);
  const answer = await fetch(`${SHARED}?entry=${id}`, { method: "POST", body, headers: { "Content-Type": type }, redirect: "manual" });
  if (answer.type !== "opaqueredirect") return null;
  await remove("entries", id);
  return answer;
}
