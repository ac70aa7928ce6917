// Messages that arrive while nobody looks: words without a value, and a link. A second one with the same tag replaces the first.
self.addEventListener("push", (event) => {
  const told = read(event.data);
  const options = { body: told.body, tag: told.tag, data: { url: told.url }, icon: "/static/icon-192.png", renotify: false };
  // How many are new is said by the next page; a message holds no number.
  navigator.setAppBadge?.().catch(() => {});
  event.waitUntil(self.registration.showNotification(told.title, options));
});

// A browser that lets an address of messages run out and brings no new one: the same is asked for again, the next page tells it.
self.addEventListener("pushsubscriptionchange", (event) => {
  const { newSubscription, oldSubscription } = event;
  if (!newSubscription && oldSubscription) event.waitUntil(self.registration.pushManager.subscribe(oldSubscription.options));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.url ?? "/notices/"));
});

function read(data) {
  try {
    const { title, body, url, tag } = data.json();
    // Only ways of this app are followed, whatever a message says.
    return { title: String(title), body: String(body ?? ""), tag: String(tag ?? "bole"), url: /^\/(?!\/)/.test(url) ? url : "/notices/" };
  } catch {
    return { title: "伯乐 Bole", body: "", tag: "bole", url: "/notices/" };
  }
}

async function open(url) {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const page = pages.find((one) => new URL(one.url).pathname === url) ?? pages[0];
  if (!page) return clients.openWindow(url);
  await page.focus();
  return new URL(page.url).pathname === url ? page : page.navigate(url);
}

/** Forget that this browser takes messages: whoever signs out takes none. */
export async function forget() {
  const held = await self.registration.pushManager?.getSubscription();
  await held?.unsubscribe();
  for (const one of await self.registration.getNotifications()) one.close();
}
