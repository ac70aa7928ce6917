// Files of the app, kept until their address says that they are others; and the one page that stands for all without a network.
const FILES = "files";
const AWAY = "/offline/";

export const isFile = ({ pathname, searchParams }) =>
  pathname.startsWith("/static/") && (searchParams.has("v") || pathname.startsWith("/static/built/chunk-"));

/** Return a file from the phone, else from the network; an older one of the same name goes. */
export async function file(request) {
  const files = await caches.open(FILES);
  const kept = await files.match(request.url);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    const copy = answer.clone();
    await files.delete(request.url, { ignoreSearch: true });
    await files.put(request.url, copy);
  }
  return answer;
}

// Take files; a script names the parts that load late, and these may name others.
async function take(addresses, taken = new Set()) {
  const fresh = addresses.filter((one) => !taken.has(one));
  fresh.forEach((one) => taken.add(one));
  const named = await Promise.all(fresh.map(namedIn));
  if (fresh.length) await take(named.flat(), taken);
}

async function namedIn(address) {
  const answer = await file(new Request(address));
  if (!address.includes(".js")) return [];
  return [...(await answer.text()).matchAll(/chunk-\w+\.js/g)].map(([name]) => `/static/built/${name}`);
}

/** Fetch the page without a network and every file that it names. */
export async function prepare() {
  const answer = await fetch(AWAY, { cache: "no-store" });
  if (!answer.ok) return;
  const files = await caches.open(FILES);
  const named = [...(await answer.clone().text()).matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map(([, address]) => address);
  await take(named);
  await files.put(AWAY, answer);
}

export async function away() {
  return (await caches.match(AWAY)) ?? Response.error();
}

/** The same page, saying more: that whoever was here signed out (`left`), or that what was sent did not go out (`unsent`). */
export async function saying(what) {
  const kept = await away();
  if (!kept.ok) return kept;
  return new Response((await kept.text()).replace(`data-${what} hidden`, `data-${what}`), { headers: kept.headers });
}

/** Follow the reader's language. */
export async function follow(language) {
  const kept = await caches.match(AWAY);
  if (language && kept && kept.headers.get("Content-Language") !== language) await prepare();
}
