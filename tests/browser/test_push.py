"""A message that reaches the phone: the worker shows the words it was sent and leads into the app; nothing is asked before a tap.

A browser's own push service is out of reach here, so this is the browser's half, by its protocol; the other half is in tests/notices.
"""

import json

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Running, wait_until

SAID = {"title": "提醒", "body": "有一件事快到期了，打开看看是哪一件。", "url": "/notices/222222222222/", "tag": "n:222222222222"}
SHOWN = (
    "navigator.serviceWorker.ready.then((one) => one.getNotifications()).then((all) => all.map((one) => [one.title, one.body, one.tag]))"
)


def phone(chromium: Browser, running: Running, number: str = "BL0471") -> Page:
    """Return a phone whose worker runs and that may show messages."""
    page = running.open(chromium, number)
    page.context.grant_permissions(["notifications"])
    page.goto("/notices/settings/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    return page


def deliver(page: Page, data: str) -> None:
    """Let a message arrive, as a push service would bring it."""
    session, found = page.context.new_cdp_session(page), []
    session.on("ServiceWorker.workerRegistrationUpdated", lambda told: found.extend(told["registrations"]))
    session.send("ServiceWorker.enable")
    wait_until(page, "() => navigator.serviceWorker.controller !== null")
    given = {"origin": page.evaluate("location.origin"), "registrationId": found[-1]["registrationId"], "data": data}
    session.send("ServiceWorker.deliverPushMessage", given)


def test_a_message_is_shown_as_it_was_sent_and_a_second_of_its_kind_replaces_it(chromium: Browser, running: Running) -> None:
    page = phone(chromium, running)

    for _ in range(2):
        deliver(page, json.dumps(SAID))
    wait_until(page, f"() => {SHOWN}.then((all) => all.length > 0)")

    assert page.evaluate(SHOWN) == [[SAID["title"], SAID["body"], SAID["tag"]]]
    page.context.close()


def test_a_message_that_cannot_be_read_leads_to_the_list(chromium: Browser, running: Running) -> None:
    page = phone(chromium, running)

    deliver(page, "not what we send")
    wait_until(page, f"() => {SHOWN}.then((all) => all.length > 0)")

    assert page.evaluate(SHOWN)[0][0] == "伯乐 Bole"
    page.context.close()


def test_the_icon_says_that_something_came_and_the_next_page_how_many(chromium: Browser, running: Running) -> None:
    employee = running.open(chromium, "BL0471")
    employee.goto("/results/new/?kind=project_report")
    employee.get_by_label("做成了什么").fill("第二次验收一次通过")
    employee.get_by_role("button", name="提交", exact=True).click()
    employee.wait_for_url("**/results/")
    employee.context.close()
    page = phone(chromium, running, "BL0031")
    page.context.service_workers[0].evaluate("() => { navigator.setAppBadge = async (many) => { self.badge = many ?? 'something'; }; }")
    page.add_init_script("navigator.setAppBadge = async (many) => { window.badge = many; };")

    deliver(page, json.dumps(SAID))
    wait_until(page, f"() => {SHOWN}.then((all) => all.length > 0)")
    on_arrival = page.context.service_workers[0].evaluate("self.badge")
    page.goto("/")
    wait_until(page, "() => window.badge !== undefined")

    assert on_arrival == "something"
    assert page.evaluate("window.badge") == int(page.locator("body").get_attribute("data-unread") or 0) >= 1
    page.context.close()


# A push service that gives an address, and later another one.
SERVICE = """
const KEYS = {
  p256dh: "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM",
  auth: "AAECAwQFBgcICQoLDA0ODw",
};
const made = (endpoint) => ({
  endpoint,
  unsubscribe: async () => localStorage.removeItem("there"),
  toJSON: () => ({ endpoint, keys: KEYS }),
});
PushManager.prototype.getSubscription = async () => (localStorage.there ? made(localStorage.there) : null);
PushManager.prototype.subscribe = async () => made((localStorage.there = "http://127.0.0.1:9/one"));
"""


def test_a_browser_that_renewed_its_address_takes_messages_on(chromium: Browser, running: Running) -> None:
    page = running.open(chromium, "BL0471")
    page.context.grant_permissions(["notifications"])
    page.add_init_script(SERVICE)
    page.goto("/notices/settings/")
    with page.expect_navigation():
        page.get_by_role("button", name="在这台设备上接收消息").click()

    with page.expect_response("**/notices/devices/") as told:
        page.evaluate("() => { localStorage.there = 'http://127.0.0.1:9/two'; sessionStorage.removeItem('renewed'); location.href = '/'; }")

    assert told.value.status == 204
    wait_until(page, "() => localStorage.push === 'http://127.0.0.1:9/two'")
    assert page.evaluate("localStorage.there") == "http://127.0.0.1:9/two"
    page.context.close()


def test_nothing_is_asked_before_a_tap(chromium: Browser, running: Running) -> None:
    page = running.open(chromium, "BL0471")
    page.add_init_script("Notification.requestPermission = async () => { window.asked = true; return 'denied'; }")
    page.goto("/notices/settings/")
    button = page.get_by_role("button", name="在这台设备上接收消息")
    button.wait_for()
    before = page.evaluate("window.asked === true")

    button.click()
    page.get_by_text("这个浏览器设成了不显示消息，可以在浏览器设置里改。").wait_for()

    assert (before, page.evaluate("window.asked")) == (False, True)
    page.context.close()


def test_an_iphone_is_told_how_the_app_is_installed_until_somebody_says_no(chromium: Browser, running: Running) -> None:
    page = running.open(chromium, "BL0471")
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'standalone', { get: () => false }); delete window.PushManager;")
    page.goto("/")

    expect(page.get_by_text("点“分享”，再点“添加到主屏幕”")).to_be_visible()
    page.goto("/notices/settings/")
    expect(page.get_by_text("点“分享”，再点“添加到主屏幕”")).to_be_visible()
    page.goto("/")
    page.locator("[data-hint=install]").get_by_role("button", name="不用了").click()
    page.reload()

    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-hint=install]")).to_have_count(0)
    page.context.close()
