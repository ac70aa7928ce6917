// Keys that no script can read out, and what is sealed with them.
const AES = { name: "AES-GCM", length: 256 };
const USES = ["encrypt", "decrypt"];
const bytes = (text) => new TextEncoder().encode(text);

/** Return a key that lives in this browser alone. */
export const freshKey = () => crypto.subtle.generateKey(AES, false, USES);

/** Return the key made of what the server tells this account alone: the same one at the next sign-in. */
export async function keyOf(secret) {
  const raw = Uint8Array.from(atob(secret), (one) => one.charCodeAt(0));
  const base = await crypto.subtle.importKey("raw", raw, "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(32), info: bytes("bole.waiting") };
  return crypto.subtle.deriveKey(how, base, AES, false, USES);
}

/** Seal bytes; `about` binds them to their place. */
export async function seal(key, value, about) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const body = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bytes(about) }, key, value);
  return { iv, body };
}

export const unseal = (key, { iv, body }, about) =>
  crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: bytes(about) }, key, body);

export const sealWords = (key, value, about) => seal(key, bytes(JSON.stringify(value)), about);

export const unsealWords = async (key, sealed, about) => JSON.parse(new TextDecoder().decode(await unseal(key, sealed, about)));

// A box that anybody may drop something into, and that opens for whoever has its key: while nobody is signed in there is no key on the phone.
const CURVE = { name: "ECDH", namedCurve: "P-256" };
const between = (mine, theirs) => crypto.subtle.deriveKey({ name: "ECDH", public: theirs }, mine, AES, false, USES);

/** Return a box; what opens it is sealed under its owner's key. */
export async function freshBox(key, owner) {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(CURVE, true, ["deriveKey"]);
  return { id: "box", owner, slot: publicKey, opener: await seal(key, await crypto.subtle.exportKey("pkcs8", privateKey), owner) };
}

/** Return a key for what is dropped in now, and `from`, by which the owner makes the same one. */
export async function dropKey({ slot }) {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(CURVE, false, ["deriveKey"]);
  return { key: await between(privateKey, slot), from: publicKey };
}

/** Return the key of what was dropped in, with the key of the box's owner. */
export async function openKey(key, { opener, owner }, from) {
  const own = await crypto.subtle.importKey("pkcs8", await unseal(key, opener, owner), CURVE, false, ["deriveKey"]);
  return between(own, from);
}

/** Return a name for a place that does not tell it. */
export async function nameOf(...parts) {
  const made = await crypto.subtle.digest("SHA-256", bytes(parts.join("\n")));
  return [...new Uint8Array(made, 0, 16)].map((one) => one.toString(16).padStart(2, "0")).join("");
}
