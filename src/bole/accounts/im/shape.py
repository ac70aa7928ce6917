"""The one shape of a provider: where a person is sent, what is asked of its servers, and who that is.

A walk yields what is to be asked and is sent the answers, so that it touches neither network nor clock.
"""

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """How the company stands with a provider: ids, secret, and the addresses of its servers."""

    code: str
    corp_id: str = ""
    app_id: str = ""
    agent_id: str = ""
    secret: str = ""
    addresses: Mapping[str, str] = field(default_factory=dict)

    def at(self, server: str, path: str, **query: str) -> str:
        """Return an address on one of its servers."""
        return f"{self.addresses[server].rstrip('/')}{path}{'?' + urlencode(query) if query else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One request to a provider's server."""

    url: str
    body: Mapping[str, str] | None = None  # None: GET
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Who signs in, as the provider's directory names them; the e-mail only where that directory vouches for it."""

    user_id: str
    work_email: str = ""


class NotAMember(Exception):  # noqa: N818  (an answer, not an error)
    """The provider knows the person, and says that they do not belong to this company."""


class RefusedByProvider(Exception):  # noqa: N818  (an answer, not an error)
    """The provider refused: the code was used, is too old, or belongs to another application."""


Answer = Mapping[str, object]
Walk = Generator[Ask, Answer, Found]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A provider: its servers as documented, the ids it needs, how its own browser names itself, its doors and its walk."""

    code: str
    name: str
    servers: Mapping[str, str]
    needs: Sequence[str]
    marks: Sequence[str]  # in lower case, any of them in the User-Agent
    code_names: Sequence[str]  # under which of these names the code comes back
    inside: Callable[[Seat, str, str], str]  # seat, way back, state → address for its own browser
    scan: Callable[[Seat, str, str], str]  # the same for a desk: a page of the provider's with a QR code
    who: Callable[[Seat, str, str], Walk]  # seat, code, way back


def text(answer: Answer, *names: str) -> str:
    """Return a text that lies in an answer under these names, or nothing."""
    found: object = answer
    for name in names:
        found = found.get(name) if isinstance(found, Mapping) else None
    return found.strip() if isinstance(found, str) else ""


def insist(answer: Answer, *, code: str) -> None:
    """Let pass an answer whose code is 0.

    :raises RefusedByProvider: if it is another one
    """
    if str(answer.get(code)) != "0":
        raise RefusedByProvider(f"{code} {answer.get(code)}")
