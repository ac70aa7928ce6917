// What is being typed in forms with writing in them: sealed as what waits is, put back when the form is opened again, gone once it was sent.
import { nameOf, sealWords, unsealWords } from "./lock.js";
import { asOwner, hello, mine } from "./owner.js";
import { all, get, put, remove } from "./store.js";

const OLD_MS = 30 * 86400000;
const isOld = ({ at }) => Math.abs(Date.now() - at) > OLD_MS;
const idOf = (session, place) => nameOf(session.owner, "draft", place);
const wayOf = (session, to) => (to ? nameOf(session.owner, "way", to) : "");
const gone = new Set();

/** Keep what stands in a form now, or nothing any more. `entry` is the key under which it is being sent, `to` where it goes if it has none. */
export const keepDraft = ({ place, words, entry = "", to = "" }) =>
  asOwner(async () => {
    const session = await mine();
    if (!session || gone.has(entry)) return;
    const id = await idOf(session, place);
    if (!words) return remove("drafts", id);
    const sealed = await sealWords(session.queue, words, id);
    await put("drafts", { id, owner: session.owner, entry, to: await wayOf(session, to), at: Date.now(), ...sealed });
    for (const one of (await all("drafts")).filter(isOld)) await remove("drafts", one.id);
  });

/** Return what stood in this form, opened for its writer. */
export async function draft({ place }) {
  const session = await mine();
  if (!session) return { isShut: true };
  const kept = await get("drafts", await idOf(session, place));
  if (!kept || isOld(kept)) return {};
  return { words: await unsealWords(session.queue, kept, kept.id), entry: kept.entry, to: kept.to, at: kept.at };
}

/** Forget what was sent, or waits to be sent, under this key. */
export const dropDraftOf = (entry) =>
  asOwner(async () => {
    gone.add(entry);
    for (const one of await all("drafts")) if (one.entry === entry) await remove("drafts", one.id);
  });

/** Forget what was sent there, once the server took it: a door that was shown instead took nothing. */
export async function dropDraftsTo(to) {
  const session = await mine();
  const way = session && (await wayOf(session, to));
  const sent = way ? (await all("drafts")).filter((one) => one.to === way) : [];
  if (!sent.length || (await hello()).session?.owner !== session.owner) return;
  await asOwner(async () => {
    for (const { id } of sent) if ((await get("drafts", id))?.to === way) await remove("drafts", id);
  });
}
