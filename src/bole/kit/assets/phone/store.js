// What a phone keeps: one database of the browser, opened by the worker alone. Values come sealed (lock.js).
const NAME = "bole";
const STORES = ["keys", "pages", "entries", "drafts"];
const VERSION = 2;
let opening = null;

function open() {
  opening ??= new Promise((done, fail) => {
    const asked = indexedDB.open(NAME, VERSION);
    asked.onupgradeneeded = () => {
      const { result } = asked;
      for (const name of STORES) if (!result.objectStoreNames.contains(name)) result.createObjectStore(name, { keyPath: "id" });
    };
    asked.onsuccess = () => {
      asked.result.onclose = close;
      asked.result.onversionchange = close;
      done(asked.result);
    };
    asked.onerror = () => {
      opening = null;
      fail(asked.error);
    };
  });
  return opening;
}

async function close() {
  const was = opening;
  opening = null;
  (await was)?.close();
}

async function run(name, mode, work) {
  const database = await open();
  return new Promise((done, fail) => {
    const turn = database.transaction(name, mode, { durability: "strict" });
    const asked = work(turn.objectStore(name));
    turn.oncomplete = () => done(asked.result);
    turn.onabort = () => fail(turn.error);
  });
}

export const get = (name, id) => run(name, "readonly", (store) => store.get(id));
export const all = (name) => run(name, "readonly", (store) => store.getAll());
export const put = (name, value) => run(name, "readwrite", (store) => store.put(value));
export const remove = (name, id) => run(name, "readwrite", (store) => store.delete(id));
export const clear = (name) => run(name, "readwrite", (store) => store.clear());

/** Erase everything, the database itself included. */
export async function erase() {
  for (const name of STORES) await clear(name);
  await close();
  await new Promise((done) => {
    const asked = indexedDB.deleteDatabase(NAME);
    asked.onsuccess = asked.onerror = asked.onblocked = () => done();
  });
}
