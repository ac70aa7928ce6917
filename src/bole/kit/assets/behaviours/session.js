// A page that stood open for long may have outlived its session: it asks before it sends, so that nothing typed goes to a closed door.
import { say } from "./say.js";

const LONG_MS = 10 * 60000;
const words = document.body.dataset;
const DOOR = "/sign-in/";
const sure = new WeakSet();
let heard = Date.now();

// What waits on this phone is kept by the worker, signed in or not.
const waits = (form) => "offline" in form.dataset && navigator.serviceWorker?.controller;

document.body.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (detail.successful) heard = Date.now();
});

document.addEventListener(
  "submit",
  async (event) => {
    const { target: form, submitter } = event;
    if (!words.owner || form.method !== "post" || sure.has(form) || waits(form) || Date.now() - heard < LONG_MS) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const told = await fetch("/phone/", { cache: "no-store" }).then((answer) => answer.json()).catch(() => null);
    if (told && told.mark.split(".")[0] !== words.owner.split(".")[0]) {
      say(words.sayExpired, { stays: true, way: { href: DOOR, words: words.saySignIn } });
      return;
    }
    const token = form.querySelector("input[name=csrfmiddlewaretoken]");
    if (told && token) token.value = told.token; // they may have signed in anew in another window
    if (told) heard = Date.now();
    sure.add(form);
    form.requestSubmit(submitter);
    sure.delete(form);
  },
  true,
);
