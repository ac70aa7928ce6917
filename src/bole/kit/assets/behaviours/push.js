// Messages on this device: asked for after a tap only, given back at once when they are somebody else's.
// Where messages for this browser were told to go: a browser may renew that address, and says then which one it was.
const TOLD = "push";
const CAN = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

function bytes(text) {
  const raw = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(raw, (sign) => sign.charCodeAt(0));
}

async function tell(url, subscription, again) {
  const { endpoint, keys } = subscription.toJSON();
  const token = document.cookie.match(/(?:^|; )(?:__Host-)?csrf=([^;]+)/)?.[1] ?? "";
  const was = localStorage.getItem(TOLD) ?? "";
  const body = new URLSearchParams({ endpoint, p256dh: keys.p256dh, auth: keys.auth, ...(again ? { again: "1", was } : {}) });
  const answer = await fetch(url, { method: "POST", body, headers: { "X-CSRFToken": token } });
  if (answer.ok) localStorage.setItem(TOLD, endpoint);
  return answer;
}

async function held() {
  const registration = await navigator.serviceWorker.getRegistration();
  return registration?.pushManager.getSubscription();
}

/** Say once a visit that this browser still takes messages; one that is not this person's any more is given back. */
export async function renew() {
  const subscription = CAN && Notification.permission === "granted" ? await held() : null;
  if (!subscription) return;
  const answer = await tell("/notices/devices/", subscription, true);
  if (answer.status !== 410) return;
  localStorage.removeItem(TOLD);
  await subscription.unsubscribe();
}

/** Let the page of settings ask for messages on this device. */
export function begin(place) {
  const { push, pushUrl, pushDenied, pushFailed } = place.dataset;
  const say = (sentence) => {
    place.querySelector("[data-push-words]").textContent = sentence;
  };
  if (!CAN) {
    if (navigator.standalone === false) place.parentElement.querySelector("[data-push-by-hand]").hidden = false;
    return;
  }
  place.hidden = false;
  place.querySelector("[data-push-on]").addEventListener("click", async (event) => {
    event.preventDefault();
    if ((await Notification.requestPermission()) !== "granted") return say(pushDenied);
    try {
      const registration = await navigator.serviceWorker.ready;
      const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(push) });
      const answer = await tell(pushUrl, subscription, false);
      if (!answer.ok) throw new Error(String(answer.status));
      location.reload();
    } catch {
      say(pushFailed);
    }
  });
}
