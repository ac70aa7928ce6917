// The app's worker: pages seen can be read without a network, what was written waits and is sent once. It is asked for anew at each visit, and
// the newest takes over at once.
import { draft, dropDraftOf, dropDraftsTo, keepDraft } from "./phone/drafts.js";
import { endLate, hello, leave, leaveLate, mine } from "./phone/owner.js";
import { keep, readable, recall } from "./phone/pages.js";
import { add, again, count, drop, list, sayWhatWent, send, tell } from "./phone/queue.js";
import { believe, handIn, passOn, SHARED } from "./phone/shared.js";
import { away, file, follow, isFile, prepare, saying } from "./phone/statics.js";
import { forget } from "./push.js";

const PATIENCE_MS = 600; // an app that is opened again shows something within a second
const FRESH_MS = 10000;
const fresh = new Map();
const OUT = ["/sign-out/", "/me/sessions/end/"];
const DOOR = "/sign-in/";

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(prepare().catch(() => {})); // a file that does not come keeps no newer worker back
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      await self.registration.navigationPreload?.enable();
      await clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  const key = url.searchParams.get("entry") ?? request.headers.get("Entry-Key");
  if (request.method === "POST") {
    if (key && !request.headers.has("Bole-Queue")) event.respondWith(written(event, url, key));
    else if (url.pathname === SHARED && request.mode === "navigate") {
      if (!url.searchParams.has("after")) event.respondWith(passOn(request).catch(() => saying("unsent")));
    } else if (OUT.includes(url.pathname)) event.respondWith(signedOut(request));
    else if (request.mode === "navigate" || request.headers.has("HX-Request")) event.respondWith(posted(request, url));
  } else if (request.method !== "GET") return;
  else if (isFile(url)) event.respondWith(file(request));
  else if (request.mode === "navigate") event.respondWith(page(event));
});

async function page(event) {
  const { url } = event.request;
  const { pathname, searchParams } = new URL(url);
  if (pathname.startsWith(DOOR)) await believe(searchParams.get("next") ?? "/").catch(() => {});
  const shared = searchParams.has("shared") ? await handIn(searchParams.get("shared")).catch(() => null) : null;
  if (shared) return shared;
  const came = fresh.get(url);
  fresh.delete(url);
  if (came && Date.now() - came.at < FRESH_MS) return came.answer;
  const coming = network(event);
  event.waitUntil(coming.catch(() => {}));
  const slow = new Promise((done) => setTimeout(done, PATIENCE_MS));
  const quick = await Promise.race([coming.catch(() => null), slow.then(() => undefined)]);
  if (quick) return quick;
  const isSlow = quick === undefined;
  const kept = await recall(url, { isSlow }).catch(() => null);
  if (kept && isSlow) event.waitUntil(coming.then((answer) => hand(answer, event)).catch(() => {}));
  // A line that is only slow is waited for where there is nothing to show meanwhile.
  return kept ?? (isSlow ? coming.catch(away) : away());
}

// What came after the page was shown as it stood before: it asks for itself again, if nobody writes on it, and finds this.
async function hand(answer, event) {
  fresh.set(event.request.url, { answer, at: Date.now() });
  const shown = await clients.get(event.resultingClientId);
  shown?.postMessage({ fresh: true });
}

async function network(event) {
  const isLate = await endLate().catch(() => false);
  const answer = (isLate ? null : await event.preloadResponse) ?? (await fetch(event.request));
  const copy = answer.clone();
  event.waitUntil(keep(event.request.url, copy).then(() => follow(answer.headers.get("Content-Language"))).catch(() => {}));
  return answer;
}

async function written(event, url, key) {
  const spare = event.request.clone();
  const isPart = event.request.headers.has("HX-Request");
  const instead = url.searchParams.get("instead");
  // A page from the phone's memory has no form token: what is written on it waits, and goes with one of this moment.
  if ((url.searchParams.has("kept") || event.request.headers.has("Bole-Kept")) && (await add(spare.clone(), key).catch(() => false))) {
    event.waitUntil(send().catch(() => {}));
    return kept("/waiting/", isPart, instead, key);
  }
  try {
    const answer = await fetch(event.request);
    // The session is over: it waits for its writer, as it would for the network.
    if (answer.status === 401 && (await add(spare, key).catch(() => false))) return kept(`${DOOR}?next=/waiting/`, isPart, instead, key);
    if (answer.ok || answer.type === "opaqueredirect") {
      await dropDraftOf(key);
      if (instead) await drop(instead);
    }
    return answer;
  } catch (problem) {
    if (!(await add(spare, key))) throw problem;
    return kept("/waiting/", isPart, instead, key);
  }
}

// A page that comes back at once shows what was sent, and why it was not taken.
async function posted(request, { pathname, search }) {
  const answer = await fetch(request).catch(() => null);
  if (!answer) return request.mode === "navigate" ? saying("unsent") : Response.error();
  const isTaken = request.mode === "navigate" ? answer.type === "opaqueredirect" : answer.ok;
  if (isTaken) await dropDraftsTo(pathname + search).catch(() => {});
  return answer;
}

async function kept(address, isPart, instead, key) {
  await dropDraftOf(key);
  if (instead) await drop(instead);
  return isPart ? new Response("", { headers: { "HX-Redirect": address } }) : Response.redirect(address, 303);
}

async function signedOut(request) {
  const answer = await fetch(request).catch(() => null);
  if (!answer && new URL(request.url).pathname !== OUT[0]) return away();
  if (!answer) {
    await leaveLate();
    await tell({ left: true });
    return saying("left");
  }
  // Somebody who only begins the sign-in again signs nobody out.
  if (answer.status < 400 && (await mine())) {
    await leave();
    await forget().catch(() => {});
    await tell({ left: true });
  }
  return answer;
}

self.addEventListener("sync", (event) => {
  if (event.tag === "send") event.waitUntil(send().then((left) => (left ? Promise.reject(new Error("still waiting")) : null)));
});

const ASKED = {
  hello: async ({ mark }) => {
    const open = await mine();
    if (mark !== (open ? `${open.owner}.${open.session}` : "")) await hello().catch(() => {});
    await sayWhatWent();
    return count();
  },
  count,
  list,
  readable,
  send: async () => ({ left: await send() }),
  drop: ({ id }) => drop(id),
  again: ({ id, changed }) => again(id, changed),
  keepDraft,
  draft,
};

self.addEventListener("message", (event) => {
  const { ask, ...more } = event.data ?? {};
  if (!ASKED[ask]) return;
  event.waitUntil(
    ASKED[ask](more).then(
      (answer) => event.ports[0]?.postMessage(answer ?? {}),
      () => event.ports[0]?.postMessage({}),
    ),
  );
});
