"""A phone in somebody's pocket: its worker ready, pages opened and killed, and what is left on it."""

import json
import re
import sqlite3
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.bad_line import BadLine
from tests.browser.conftest import PHONE, Running, wait_until

LEFT = """async () => {
  const read = (asked) => new Promise((done) => { asked.onsuccess = () => done(asked.result); asked.onerror = () => done(null); });
  const found = { databases: [], local: {...localStorage}, session: {...sessionStorage}, caches: [] };
  for (const { name } of await indexedDB.databases()) {
    const base = await read(indexedDB.open(name));
    for (const store of base.objectStoreNames) {
      found.databases.push([name, store, await read(base.transaction(store).objectStore(store).count())]);
    }
    base.close();
  }
  for (const name of await caches.keys()) for (const one of await (await caches.open(name)).keys()) {
    found.caches.push([one.url, await (await caches.match(one)).text()]);
  }
  return found;
}"""


@dataclass
class Pocket:
    """Somebody's phone on a line."""

    context: BrowserContext
    company: Running
    line: BadLine

    def sign_in(self, number: str) -> None:
        """Let this person's session be the phone's."""
        self.context.add_cookies([{"name": "sid", "value": self.company.sessions[number], "url": self.line.address}])

    def page(self, path: str = "/") -> Page:
        """Open a page as the app does; the worker is ready and knows whose phone it is."""
        page = self.context.new_page()
        page.goto(path)
        if not self.line.is_cut:
            page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
            wait_until(page, "() => navigator.serviceWorker.controller")
            page.evaluate(ASKED, {"ask": "hello", "mark": page.evaluate("document.body.dataset.owner")})
        return page

    def ask(self, page: Page, what: str) -> dict[str, Any]:
        """Ask the worker as a page does."""
        answer: dict[str, Any] = page.evaluate(ASKED, {"ask": what})
        return answer

    def everything(self, page: Page) -> dict[str, Any]:
        """Return what is kept on the phone with every row, its bytes as text."""
        found: dict[str, Any] = page.evaluate(ROWS)
        return found

    def left(self, page: Page) -> dict[str, Any]:
        """Return what is kept on the phone."""
        found: dict[str, Any] = page.evaluate(LEFT)
        return found


ROWS = """async () => {
  const read = (asked) => new Promise((done) => { asked.onsuccess = () => done(asked.result); asked.onerror = () => done(null); });
  const text = (name, value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : value;
  const found = {};
  for (const { name } of await indexedDB.databases()) {
    const base = await read(indexedDB.open(name));
    for (const store of base.objectStoreNames) {
      found[store] = JSON.stringify(await read(base.transaction(store).objectStore(store).getAll()), text);
    }
    base.close();
  }
  return found;
}"""
ASKED = """(asked) => new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => done(data);
  navigator.serviceWorker.getRegistration().then(({ active }) => active.postMessage(asked, [port2]));
})"""


def pocket(browser: Browser, company: Running, line: BadLine, number: str) -> Pocket:
    """Return the phone of this person."""
    context = browser.new_context(viewport=PHONE, base_url=line.address, locale="zh-CN")
    context.set_default_timeout(20000)
    context.add_cookies([{"name": "language", "value": "zh-hans", "url": line.address}])
    made = Pocket(context, company, line)
    made.sign_in(number)
    return made


def record_of(page: Page, name: str = "李四") -> str:
    """Return the address at which a talk with this mentee is recorded."""
    page.goto("/mentoring/")
    found = page.get_by_role("link", name=name).first.get_attribute("href") or ""
    return re.sub(r"(/mentoring/pairs/\w+/).*", r"\1record/", found)


def seen(page: Page, path: str) -> None:
    """Open a page and wait until the phone keeps it."""
    page.goto(path)
    expect(page.locator("main")).to_be_visible()
    wait_until(page, f"async (path) => Object.values(await ({ASKED})({{ ask: 'readable' }})).some((one) => one.place === path)", path)


def count(company: Running, table: str, where: str = "1=1", *values: object) -> int:
    """Return how many rows the installation holds."""
    with sqlite3.connect(company.site.data / "bole.sqlite3") as base:
        (number,) = base.execute(f"SELECT count(*) FROM {table} WHERE {where}", values).fetchone()
    return int(number)


def ref_of(company: Running, table: str, where: str) -> str:
    """Return the ref of a row."""
    with sqlite3.connect(company.site.data / "bole.sqlite3") as base:
        (ref,) = base.execute(f"SELECT ref FROM {table} WHERE {where}").fetchone()
    return str(ref)


def rows_in(found: dict[str, Any]) -> dict[str, int]:
    """Return how many things the phone's own database holds, by what they are."""
    return {store: number for _, store, number in found["databases"] if number}


def words_in(found: dict[str, Any]) -> str:
    """Return everything that is kept as one text."""
    return json.dumps(found, ensure_ascii=False)
