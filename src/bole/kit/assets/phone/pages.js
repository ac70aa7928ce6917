// Pages that were seen, sealed, for reading without a network. The server says which may be kept, and the moment that they show.
import { nameOf, sealWords, unsealWords } from "./lock.js";
import { meet, mine } from "./owner.js";
import { all, get, put, remove } from "./store.js";

const MOST = 80;
const LONGEST_MS = 7 * 86400000;
const GONE = [401, 403, 404, 410];
const RULES = ["content-type", "content-language", "content-security-policy", "permissions-policy", "referrer-policy"];

const placeOf = (address) => {
  const { pathname, search } = new URL(address, location.origin);
  return pathname + search;
};
const titleOf = (html) => /<title>([^<]*)/.exec(html)?.[1].split(" · ")[0].trim() ?? "";
// Tokens and tickets are of no use later.
const bare = (html) => html.replace(/(name="csrfmiddlewaretoken" value=")[^"]*/g, "$1").replace(/ data-live="[^"]*"/, "");

/** Keep a page that came; forget one that is no longer open. */
export async function keep(address, response) {
  const session = await meet(response.headers.get("Bole-Owner"));
  if (!session) return;
  const place = placeOf(address);
  const id = await nameOf(session.session, place);
  const moment = response.headers.get("Bole-Keep");
  if (!moment) {
    if (GONE.includes(response.status)) await remove("pages", id);
    return;
  }
  const html = bare(await response.text());
  const headers = RULES.map((name) => [name, response.headers.get(name)]).filter(([, value]) => value);
  const sealed = await sealWords(session.pages, { place, moment, headers, title: titleOf(html), html }, id);
  await put("pages", { id, at: Date.now(), ...sealed });
  await thin();
}

async function thin() {
  const kept = (await all("pages")).sort((one, other) => other.at - one.at);
  const over = kept.filter(({ at }, number) => number >= MOST || Math.abs(Date.now() - at) > LONGEST_MS);
  for (const { id } of over) await remove("pages", id);
}

/** Return the kept page of an address, as it stood then; nothing if there is none. It says whether the line is only slow. */
export async function recall(address, { isSlow = false } = {}) {
  const session = await mine();
  if (!session) return null;
  const id = await nameOf(session.session, placeOf(address));
  const kept = await get("pages", id);
  if (!kept || Math.abs(Date.now() - kept.at) > LONGEST_MS) return null;
  const { html, headers, moment } = await unsealWords(session.pages, kept, id);
  return new Response(html.replace("<body", `<body data-kept="${moment}"${isSlow ? " data-slow" : ""}`), { headers });
}

/** Return titles and addresses of what can be read. */
export async function readable() {
  const session = await mine();
  const kept = session ? (await all("pages")).sort((one, other) => other.at - one.at) : [];
  const open = kept.map(async (one) => unsealWords(session.pages, one, one.id));
  return (await Promise.all(open)).map(({ title, place, moment }) => ({ title, place, moment }));
}
