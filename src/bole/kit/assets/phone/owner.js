// Whose phone it is. Each answer of the server carries the mark of its account and session: "owner.session", or "-" for nobody.
import { forget } from "../push.js";
import { freshBox, freshKey, keyOf } from "./lock.js";
import { all, clear, erase, get, put, remove } from "./store.js";

const NOBODY = "-";
/** Do one thing of the owner's at a time. */
export const asOwner = (work) => navigator.locks.request("owner", work);

/** Return the session that is open on this phone: its marks and keys. */
export const mine = () => get("keys", "mine");

/** Ask the server whose session it is. Throws without a network. */
export async function hello() {
  const answer = await fetch("/phone/", { cache: "no-store" });
  if (!answer.ok) throw new TypeError("no answer");
  const told = await answer.json();
  return { told, session: await meet(told.mark, told) };
}

/** Follow whose answer it is: open the keys of a new session, lock when it ended, erase when somebody else came. */
export async function meet(mark, told = null) {
  if (!mark) return null;
  return asOwner(async () => {
    const last = await mine();
    if (mark === NOBODY) {
      if (last) await lock();
      return null;
    }
    const [owner, session] = mark.split(".");
    if (last?.owner === owner && last.session === session) return last;
    const box = await get("keys", "box");
    const before = last?.owner ?? box?.owner ?? (await all("entries"))[0]?.owner ?? (await all("drafts"))[0]?.owner;
    if (before && before !== owner) {
      await erase();
      await forget().catch(() => {});
    }
    else await clear("pages");
    const known = told ?? (await (await fetch("/phone/", { cache: "no-store" })).json());
    if (known.mark !== mark) return null;
    const opened = { id: "mine", owner, session, pages: await freshKey(), queue: await keyOf(known.lock) };
    await put("keys", opened);
    if (box?.owner !== owner) await put("keys", await freshBox(opened.queue, owner));
    return opened;
  });
}

// The session ended by itself: pages and keys go, what waits stays, and only the same account brings its key again. Into the box one can still
// drop something, and read nothing.
async function lock() {
  await remove("keys", "mine");
  await clear("pages");
}

/** Leave nothing of whoever was here: they signed out. */
export const leave = () => asOwner(erase);

/** Leave nothing here now; the session itself is ended when the network is back. */
export async function leaveLate() {
  await leave();
  await put("keys", { id: "late" });
}

/** End the session of somebody who signed out without a network. Returns whether there was one. */
export async function endLate() {
  if (!(await get("keys", "late"))) return false;
  const { token } = await (await fetch("/phone/", { cache: "no-store" })).json();
  if (token) await fetch("/sign-out/", { method: "POST", headers: { "X-CSRFToken": token } });
  await remove("keys", "late");
  return true;
}
