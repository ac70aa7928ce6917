"""The environment of the machine, typed: every setting that an operator can make stands here, and the settings page is made from it."""

import os
import secrets
from contextlib import suppress
from dataclasses import Field, dataclass, field, fields
from difflib import get_close_matches
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bole.values.period import MONTHS, Kind

Network = IPv4Network | IPv6Network
_OWN_NAMES = ("127.0.0.1", "localhost", "[::1]")


class BadEnvironment(Exception):  # noqa: N818
    """A setting cannot be taken; says which and why."""


def _setting(default: str, words: str) -> str:
    """Declare a setting with its default and what it is for."""
    return field(default=default, metadata={"words": words})


@dataclass(frozen=True, slots=True)
class Environment:
    """What `BOLE_…` variables say, as text; properties give the typed values."""

    data: str = _setting("var", "Folder of everything that is stored: the embedded database and the keys, if they are not elsewhere.")
    database: str = _setting(
        "", "Address of PostgreSQL (`postgresql://user:password@host:5432/name`). Empty: the embedded SQLite in the data folder."
    )
    host: str = _setting("127.0.0.1", "Address to listen on. The demo listens on loopback only.")
    port: str = _setting("8000", "Port to listen on.")
    address: str = _setting("", "The public address, such as `https://hr.example.com`. Empty: `http://host:port`, loopback only.")
    proxies: str = _setting(
        "", "Addresses of the proxies in front (`10.0.0.5, 172.16.0.0/12`); whom they heard is who asks. Empty: no header is believed."
    )
    secret_key: str = _setting(
        "", "Key for sessions and signatures. Empty: made once and kept in the data folder, readable by the owner only."
    )
    key_file: str = _setting("", "File with the key-encryption key. Empty: `keys/kek` in the data folder; better on another volume.")
    kind: str = _setting("production", "`production` or `demo`. A demo marks every page and listens on loopback only.")
    debug: str = _setting("0", "`1` while developing; refused on a public address.")
    zone: str = _setting("Asia/Shanghai", "Time zone of the company; a unit may have its own.")
    period: str = _setting("month", "Kind of the live period: `month`, `quarter`, `half` or `year`.")
    log_level: str = _setting("INFO", "Least level of the log lines on standard error; `bole demo` has `WARNING`.")
    door_threads: str = _setting("8", "Threads of a door that answer pages.")
    today: str = _setting("", "Demo only: the day that the demo company takes for today (`2026-11-23`). Empty: the day of its first start.")

    @classmethod
    def read(cls, source: dict[str, str] | None = None) -> Self:
        """Read the `BOLE_…` variables.

        :raises BadEnvironment: if a variable is nearly one of ours, or a value cannot be read
        """
        given = {k[5:].lower(): v for k, v in (source or dict(os.environ)).items() if k.startswith("BOLE_")}
        known = {f.name for f in fields(cls)}
        made = cls(**{k: v for k, v in given.items() if k in known})
        for name, is_well, wanted in (
            ("kind", made.kind in {"production", "demo"}, "`production` or `demo`"),
            ("period", made.period in MONTHS, f"one of: {', '.join(MONTHS)}"),
            ("port", _is_whole(made.port, most=65_535), "a number such as 8000"),
            ("door_threads", _is_whole(made.door_threads, least=1, most=1_000), "a number such as 8"),
            ("zone", _is_zone(made.zone), "a time zone such as Asia/Shanghai"),
            ("proxies", _networks(made.proxies) is not None, "addresses or networks such as 10.0.0.5, 172.16.0.0/12"),
        ):
            if not is_well:
                raise BadEnvironment(f"BOLE_{name.upper()} is “{getattr(made, name)}”; write {wanted}.")
        for name in sorted(given.keys() - known):
            if near := get_close_matches(name, known, n=1, cutoff=0.7):
                raise BadEnvironment(f"There is no BOLE_{name.upper()}; did you mean BOLE_{near[0].upper()}?")
        return made

    @property
    def folder(self) -> Path:
        """The data folder, absolute."""
        return Path(self.data).expanduser().resolve()

    @property
    def kind_of_period(self) -> Kind:
        """The kind of the period that lives."""
        kind: Kind = self.period  # type: ignore[assignment]  # `read` refuses all others
        return kind

    @property
    def is_debug(self) -> bool:
        """Whether the developer's pages are on."""
        return self.debug == "1"

    @property
    def is_demo(self) -> bool:
        """Whether this is the demo company."""
        return self.kind == "demo"

    @property
    def url(self) -> str:
        """The address that people open, without a slash at its end."""
        return (self.address or f"http://{self.host}:{self.port}").rstrip("/")

    @property
    def hosts(self) -> list[str]:
        """Under which names the door answers: the public one, and this machine's for whoever looks after it."""
        public = urlsplit(self.url).hostname or ""
        return list(dict.fromkeys([public, *_OWN_NAMES])) if self.address or not self.is_loopback else [*_OWN_NAMES, "testserver"]

    @property
    def believed(self) -> tuple[Network, ...]:
        """The proxies whose word is taken for who asks."""
        return _networks(self.proxies) or ()

    @property
    def is_secure(self) -> bool:
        """Whether people come by https."""
        return self.url.startswith("https://")

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can come."""
        return self.host in {"127.0.0.1", "localhost", "::1"}

    def secret(self) -> str:
        """Return the key for signatures; make it at the first start."""
        return self.secret_key or _kept(self.folder / "keys" / "signing")


@lru_cache(maxsize=8)
def _networks(text: str) -> tuple[Network, ...] | None:
    """Return networks that are named one after the other; None if one is none."""
    try:
        return tuple(ip_network(one.strip(), strict=False) for one in text.split(",") if one.strip())
    except ValueError:
        return None


def _is_whole(text: str, *, least: int = 0, most: int) -> bool:
    return text.isascii() and text.isdigit() and least <= int(text) <= most


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (LookupError, OSError, ValueError):  # not found, a folder, no name at all
        return False
    return True


def keep_from_others(path: Path) -> None:
    """Make a file that its owner alone can read, if there is none; what SQLite lays beside it is kept alike."""
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _kept(path: Path) -> str:
    """Return the text of a key file; make it (mode 0600) if it is missing."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text().strip()
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(48))
    return path.read_text().strip()


def described() -> list[tuple[str, str, str]]:
    """Return (variable, default, what it is for) of each setting, for the page of the docs."""
    rows: list[Field[object]] = list(fields(Environment))
    return [(f"BOLE_{f.name.upper()}", str(f.default), str(f.metadata["words"])) for f in rows]
