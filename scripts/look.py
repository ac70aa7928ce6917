"""Photograph every page of the demo company: each persona, two sizes, two languages, two themes, on contact sheets in var/look.

The walk starts at the home of each persona and follows the links it finds; of pages of one kind (two persons, two periods) one is enough,
and what an earlier persona opens is not photographed again, but for the first pages, which are everybody's own.
`--persona`, `--page`, `--language`, `--theme` and `--size` narrow it down while one works on something.
"""

import argparse
import itertools
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import APIRequestContext, BrowserContext, StorageState, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "var" / "look"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
SIZES = {"phone": (390, 844), "desk": (1440, 900)}
LANGUAGES = {"zh": "zh-hans", "en": "en"}
LOCALES = {"zh": "zh-CN", "en": "en-GB"}
THEMES = {"paper": "paper", "ink": "ink"}
# Not pages, or they end the walk.
LEFT_OUT = re.compile(r"^/(?:static|api|live|hooks|sign-out|healthz|readyz|metrics)\b|\.(?:csv|xlsx|json|pdf|webmanifest|js)$")
LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"')
MOST_PAGES = 400
# Of many things of one kind, named by words in the address (skills, indicators), some are enough.
MOST_ALIKE, ALIKE_DEPTH = 10, 3
# Pages that each persona sees in another way.
OWN = {"/", "/performance/", "/mentoring/", "/team/", "/company/", "/me/", "/notices/", "/growth/"}
ON_A_SHEET = 12
THUMBNAIL = {"phone": 195, "desk": 480}


@dataclass(frozen=True, slots=True)
class Persona:
    """Who walks: how to sign in, and who it is."""

    login: str
    password: str
    persona: str


@dataclass(frozen=True, slots=True)
class Walk:
    """What a persona can open, and the session in which they do."""

    persona: Persona
    paths: tuple[str, ...]
    session: StorageState


@dataclass(frozen=True, slots=True, order=True)
class Shot:
    """One picture: of whom, which page, how."""

    login: str
    page: str
    size: str
    language: str
    theme: str
    path: Path


def main() -> int:
    reader = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    reader.add_argument("--url", help="an open demo (else one is opened here)")
    reader.add_argument("--data", default=str(PLACE / "data"), help="data folder of the demo (kept between runs)")
    for name, known in (("size", SIZES), ("language", LANGUAGES), ("theme", THEMES)):
        reader.add_argument(f"--{name}", action="append", choices=tuple(known), help="only this one; repeat for several")
    reader.add_argument("--persona", action="append", help="only this login; repeat for several")
    reader.add_argument("--page", help="only addresses that hold this text")
    wanted = reader.parse_args()
    shutil.rmtree(PLACE / "pages", ignore_errors=True)
    for sheet in PLACE.glob("*.png"):
        sheet.unlink()
    personas = _personas(wanted.data, wanted.persona)
    began = time.monotonic()
    with _open_demo(wanted.url, wanted.data) as address, ProcessPoolExecutor(os.cpu_count()) as walkers:
        walks = list(walkers.map(_walk, itertools.repeat(address), personas))
        parts = list(_shared_out(walks, wanted.page))
        shots = [shot for part in walkers.map(_photograph, itertools.repeat(address), parts, itertools.repeat(wanted)) for shot in part]
    for sheet in _sheets(shots):
        print(sheet.relative_to(ROOT))
    print(f"{len(shots)} pictures of {len({shot.page for shot in shots})} kinds of pages in {time.monotonic() - began:.0f} s")
    return 0


def _environment(data: str, port: int | None = None) -> dict[str, str]:
    """Return the environment of a demo of our own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BOLE_")}
    return kept | {"BOLE_DATA": data} | ({"BOLE_PORT": str(port)} if port else {})


def _personas(data: str, only: list[str] | None) -> list[Persona]:
    """Make the demo company if there is none, and return who can walk."""
    command = [sys.executable, "-m", "bole", "demo", "--only-make", "--json"]
    said = subprocess.run(command, env=_environment(data), stdout=subprocess.PIPE, text=True, check=True).stdout
    known = [Persona(one["login"], one["password"], one["persona"]) for one in json.loads(said)]
    return [one for one in known if not only or one.login in only]


@contextmanager
def _open_demo(url: str | None, data: str) -> Iterator[str]:
    """Yield the address of the demo that was named, or open one."""
    if url:
        yield url.rstrip("/")
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    address = f"http://127.0.0.1:{port}"
    with (PLACE / "demo.log").open("wb") as log:
        process = subprocess.Popen([sys.executable, "-m", "bole", "demo"], env=_environment(data, port), stdout=log, stderr=log)
    try:
        _wait(address)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def _wait(address: str) -> None:
    """Wait until the door answers."""
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise SystemExit("the demo did not open; see var/look/demo.log")


def _shared_out(walks: list[Walk], page: str | None) -> Iterator[Walk]:
    """Let each page be photographed for the first who opens it, and the first pages for everybody; only those that hold the wanted text."""
    taken: set[str] = set()
    for walk in walks:
        paths = tuple(one for one in walk.paths if one in OWN or _kind(one) not in taken)
        taken |= {_kind(one) for one in paths}
        yield replace(walk, paths=tuple(one for one in paths if not page or page in one))


def _photograph(address: str, walk: Walk, wanted: argparse.Namespace) -> list[Shot]:
    """Photograph each page of one persona in every way, in a browser of one's own."""
    shots = []
    login = walk.persona.login
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for size, language, theme in itertools.product(wanted.size or SIZES, wanted.language or LANGUAGES, wanted.theme or THEMES):
            width, height = SIZES[size]
            context = browser.new_context(
                viewport={"width": width, "height": height}, storage_state=walk.session, reduced_motion="reduce", service_workers="block",
                locale=LOCALES[language],
            )  # fmt: skip
            context.add_cookies(
                [
                    {"name": "language", "value": LANGUAGES[language], "url": address},
                    {"name": "theme", "value": THEMES[theme], "url": address},
                ]
            )
            page = context.new_page()
            for path in walk.paths:
                file = PLACE / "pages" / login / f"{_name(path)}.{size}.{language}.{theme}.png"
                file.parent.mkdir(parents=True, exist_ok=True)
                page.goto(address + path, wait_until="load")
                page.wait_for_timeout(120)
                page.screenshot(path=file, full_page=True)
                shots.append(Shot(login, _kind(path), size, language, theme, file))
            context.close()
        browser.close()
    print(f"{login}: {len(walk.paths)} pages ({walk.persona.persona})", flush=True)
    return shots


def _sign_in(context: BrowserContext, address: str, persona: Persona) -> None:
    """Sign in by the page, as a person would."""
    page = context.new_page()
    page.goto(f"{address}/sign-in/")
    page.fill("input[name=login]", persona.login)
    page.fill("input[name=password]", persona.password)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    page.close()


def _walk(address: str, persona: Persona) -> Walk:
    """Sign in, and follow the links from the home page: one address for each kind of page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        context = browser.new_context(service_workers="block")  # each page as it is now, not as it was kept
        _sign_in(context, address, persona)
        session = context.storage_state()
        found = _found(context.request, address)
        browser.close()
    print(f"{persona.login}: {len(found)} kinds of pages found", flush=True)
    return Walk(persona, tuple(found), session)


def _found(asked: APIRequestContext, address: str) -> list[str]:
    """Return the pages that links lead to, as the server writes them."""
    waiting, seen = ["/"], {"/"}
    found: list[str] = []
    alike: Counter[str] = Counter()
    while waiting and len(found) < MOST_PAGES:
        path = waiting.pop(0)
        *folders, _ = path.strip("/").split("/")
        folder = "/".join(folders)
        if len(folders) >= ALIKE_DEPTH and alike[folder] >= MOST_ALIKE:
            continue
        answer = asked.get(address + path, max_redirects=5)
        if answer.status != 200 or "text/html" not in answer.headers.get("content-type", ""):
            continue
        found.append(path)
        alike[folder] += 1
        for link in LINK.findall(answer.text()):
            target = urlsplit(urljoin(address + path, unescape(link)))
            kind = _kind(target.path)
            if f"{target.scheme}://{target.netloc}" == address and not LEFT_OUT.search(target.path) and kind not in seen:
                seen.add(kind)
                waiting.append(target.path)
    return found


def _kind(path: str) -> str:
    """Return the address with numbers, periods and references taken out: what is left is the kind of page."""
    return re.sub(r"(?<=/)(?:[2-9a-z]{12}|[^/]*\d[^/]*)(?=/|$)", "*", path)


def _name(path: str) -> str:
    """Return a file name for an address."""
    return re.sub(r"[^\w-]+", "_", path.strip("/")) or "home"


def _sheets(shots: list[Shot]) -> Iterator[Path]:
    """Lay the pictures of one persona and one size on sheets: a column for each page, a row for each way."""
    by_walk = sorted(shots, key=lambda one: (one.login, one.size))
    for (login, size), group in itertools.groupby(by_walk, key=lambda one: (one.login, one.size)):
        own = list(group)
        pages = list(dict.fromkeys(shot.page for shot in own))
        for number, first in enumerate(range(0, len(pages), ON_A_SHEET), start=1):
            some = set(pages[first : first + ON_A_SHEET])
            yield _sheet([shot for shot in own if shot.page in some], PLACE / f"{login}.{size}.{number}.png", THUMBNAIL[size])


def _sheet(shots: list[Shot], target: Path, width: int) -> Path:
    """Make one contact sheet; long pages are cut where three screens end."""
    ways = sorted({(shot.language, shot.theme) for shot in shots})
    pages = list(dict.fromkeys(shot.page for shot in shots))
    tallest = round(width * 3 * (SIZES[shots[0].size][1] / SIZES[shots[0].size][0]))
    pictures = {(shot.page, shot.language, shot.theme): _thumbnail(shot.path, width, tallest) for shot in shots}
    heights = [max(picture.height for (_page, *way), picture in pictures.items() if tuple(way) == row) for row in ways]
    gap, head = 12, 22
    sheet = Image.new("RGB", (len(pages) * (width + gap) + gap, sum(heights) + len(ways) * (head + gap) + gap), "#8a8f98")
    pen, face = ImageDraw.Draw(sheet), ImageFont.load_default(13)
    top = gap
    for row, height in zip(ways, heights, strict=True):
        for column, page in enumerate(pages):
            left = gap + column * (width + gap)
            pen.text((left, top + 3), f"{page}  {' '.join(row)}"[: width // 7], fill="white", font=face)
            if (page, *row) in pictures:
                sheet.paste(pictures[(page, *row)], (left, top + head))
        top += head + height + gap
    sheet.save(target)
    return target


def _thumbnail(path: Path, width: int, tallest: int) -> Image.Image:
    """Return the picture at the width of a column."""
    with Image.open(path) as picture:
        small = picture.convert("RGB").resize((width, max(1, round(picture.height * width / picture.width))), Image.Resampling.LANCZOS)
    return small.crop((0, 0, width, min(small.height, tallest)))


if __name__ == "__main__":
    PLACE.mkdir(parents=True, exist_ok=True)
    raise SystemExit(main())
