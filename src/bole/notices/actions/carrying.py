"""Carrying messages: what each needs is read first, then they go out side by side without the database."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import ModuleType, TracebackType
from typing import Self

from django.conf import settings
from django.db.models import Count

from bole.accounts.queries import seat_of
from bole.notices.channels import dingtalk, feishu, mail, robots, web_push, wecom
from bole.notices.channels.message import Application, Message
from bole.notices.models import Channel, Device, Notice, Sending
from bole.notices.outgoing import Unreachable, client
from bole.notices.queries.reach import Reach
from bole.notices.rules.trying import Outcome
from bole.notices.wording import footer, worded

APPLICATIONS: Mapping[str, tuple[ModuleType, str]] = {  # each with the name of the server that takes messages
    "wecom": (wecom, "api"),
    "dingtalk": (dingtalk, "directory"),
    "feishu": (feishu, "api"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """A message with all that carrying it needs."""

    row: Sending
    message: Message
    application: Application | None = None
    browser: web_push.Browser | None = None
    server: Mapping[str, str] = field(default_factory=dict)
    to: str = ""
    footer: str = ""


class Carrier:
    """Holds, for one run, the connections and the tokens of the applications."""

    def __init__(self, at: datetime) -> None:
        """Begin a run."""
        self._at, self._client = at, client()
        self._seats: dict[str, Application | None] = {}
        self._tokens: dict[str, str] = {}
        self._servers: dict[str, Mapping[str, str]] = {}

    def __enter__(self) -> Self:
        """Begin."""
        self._servers = {one.ref: json.loads(one.settings) for one in Channel.objects.filter(is_on=True)}
        self._servers |= {one.code: self._servers[one.ref] for one in Channel.objects.filter(is_on=True, code="mail")}
        return self

    def __exit__(self, _kind: type[BaseException] | None, _what: BaseException | None, _where: TracebackType | None) -> None:
        """Let go of the connections."""
        self._client.close()

    def loads(self, rows: Sequence[Sending], reaches: Mapping[int, Reach]) -> list[Load]:
        """Read what the messages need (a few queries, however many)."""
        devices = {one.ref: one for one in Device.objects.filter(ref__in=[row.target for row in rows if row.channel == "push"])}
        digests = [row.account_id for row in rows if row.key.startswith("d:")]
        unread = Notice.objects.filter(account__in=digests, read_at=None).order_by().values_list("account_id").annotate(count=Count("pk"))
        waiting = dict(unread)
        return [self._load(row, reaches.get(row.account_id or 0), devices, waiting.get(row.account_id or 0, 0)) for row in rows]

    def _load(self, row: Sending, reach: Reach | None, devices: Mapping[str, Device], waiting: int) -> Load:
        language = reach.language if reach else "zh-hans"
        kind = row.notice.kind if row.notice else row.key.split(":")[1]
        ref = row.notice.ref if row.notice else ""
        message = worded(key=row.key, kind=kind, ref=ref, waiting=waiting, language=language)
        if row.channel in APPLICATIONS:
            return Load(row=row, message=message, application=self._application(row.channel, reach))
        if row.channel == "push":
            held = devices.get(row.target)
            keys = web_push.Browser(endpoint=held.endpoint, p256dh=held.p256dh, auth=held.auth) if held and held.ended_at is None else None
            return Load(row=row, message=message, browser=keys)
        server = self._servers.get(row.target or row.channel, {})
        return Load(row=row, message=message, server=server, to=reach.mail if reach else "", footer=footer(language))

    def _application(self, code: str, reach: Reach | None) -> Application | None:
        """Return how we stand with a provider and which user it is; the token is fetched once a run."""
        if code not in self._seats:
            self._seats[code] = _seat(code)
            held = self._seats[code]
            self._tokens[code] = self._token(APPLICATIONS[code][0], held) if held else ""
        app = self._seats[code]
        if app is None or reach is None or reach.application[0] != code:
            return None
        return Application(
            corp_id=app.corp_id, app_id=app.app_id, agent_id=app.agent_id, secret=app.secret, base=app.base, user_id=reach.application[1]
        )

    def _token(self, module: ModuleType, app: Application) -> str:
        try:
            found: str = module.token(self._client, app)
        except Unreachable:
            return ""
        return found

    def carry(self, load: Load) -> Outcome:
        """Carry one message; whoever does not answer is asked again later."""
        channel = load.row.channel
        try:
            if channel in APPLICATIONS:
                return self._to_application(channel, load)
            if channel == "push":
                return self._to_browser(load)
            if not load.server:
                return Outcome("refused", "switched_off")
            if channel == "mail":
                return mail.send(load.server, load.to, load.message, footer=load.footer) if load.to else Outcome("gone", "no_mailbox")
            return robots.send(self._client, channel, load.server, load.message, at=self._at)
        except Unreachable as nobody:
            return Outcome("refused" if str(nobody) == "not_public" else "later", str(nobody)[:40])

    def _to_application(self, code: str, load: Load) -> Outcome:
        if load.application is None:
            return Outcome("gone", "no_user")
        if not self._tokens[code]:
            return Outcome("later", "no_token")
        found: Outcome = APPLICATIONS[code][0].send(self._client, load.application, load.message, self._tokens[code])
        return found

    def _to_browser(self, load: Load) -> Outcome:
        if load.browser is None:
            return Outcome("gone", "no_device")
        is_alone = settings.ENVIRONMENT.is_loopback and not settings.ENVIRONMENT.address
        return web_push.send(self._client, load.browser, load.message, ours=settings.ENVIRONMENT.url, at=self._at, may_be_local=is_alone)


def _seat(code: str) -> Application | None:
    """Return how the company stands with a provider, as far as messages need it."""
    seat = seat_of(code)
    if seat is None:
        return None
    base = seat.addresses[APPLICATIONS[code][1]].rstrip("/")
    return Application(corp_id=seat.corp_id, app_id=seat.app_id, agent_id=seat.agent_id, secret=seat.secret, base=base)
