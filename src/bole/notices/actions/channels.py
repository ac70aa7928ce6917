"""Ways out of the house that the operator sets up: the mail server, and the robots of groups. Secrets are written and never shown again."""

import json
from collections.abc import Mapping
from datetime import datetime

from django.conf import settings as django_settings

from bole.accounts.rules.addresses import LOOPBACK
from bole.kit.action import action, on_record
from bole.notices.models import Channel, Sending
from bole.notices.refusals import IncompleteChannel
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer

ROBOTS = ("slack", "teams", "wecom_robot", "ding_robot", "feishu_robot")


@action("notices.save_channel")
def save_channel(*, code: str, name: str, settings: Mapping[str, str], is_on: bool, by: Viewer, at: datetime) -> Channel:
    """Keep a way out; an empty secret leaves the old one.

    :raises NotFound: if there is no such way
    :raises NotYours: unless a system admin sets it up
    :raises IncompleteChannel: if something is missing or cannot be taken
    """
    if code != "mail" and code not in ROBOTS:
        raise NotFound
    if not (by.is_system or by.has_role("system_admin")):
        raise NotYours
    row = Channel.objects.select_for_update().filter(code=code, name=name).first() or Channel(code=code, name=name)
    old: dict[str, str] = json.loads(row.settings) if row.settings else {}
    kept = {key: value or old.get(key, "") for key, value in settings.items()}
    _insist_complete(code, name, kept)
    row.settings, row.is_on, row.changed_at, row.changed_by = json.dumps(kept), is_on, at, by.name
    row.save()
    on_record(thing=f"channel {row.ref}", fields=tuple(sorted(key for key, value in settings.items() if value)))
    return row


@action("notices.remove_channel")
def remove_channel(*, ref: str, by: Viewer, at: datetime) -> None:
    """Forget a way out, with its secrets.

    :raises NotYours: unless a system admin does
    :raises NotFound: if it is not there
    """
    found = Channel.objects.filter(ref=ref)
    if not found.exists():
        raise NotFound
    if not (by.is_system or by.has_role("system_admin")):
        raise NotYours
    found.delete()
    on_record(thing=f"channel {ref}")


@action("notices.try_again")
def try_again(*, ref: str, by: Viewer, at: datetime) -> None:
    """Send what was laid aside once more, from the first try on. What may have gone out is not sent again.

    :raises NotYours: unless a system admin asks for it
    :raises NotFound: unless it was laid aside
    """
    found = Sending.objects.filter(ref=ref, state="aside")
    if not found.exists():
        raise NotFound
    if not (by.is_system or by.has_role("system_admin")):
        raise NotYours
    again = {"state": "waiting", "tries": 0, "next_try_at": None, "ended_at": None, "due_at": at}
    found.update(**again)
    on_record(thing=f"sending {ref}")


def _insist_complete(code: str, name: str, kept: Mapping[str, str]) -> None:
    if code == "mail":
        if not (kept.get("host") and kept.get("port", "").isdigit() and "@" in kept.get("sender", "")):
            raise IncompleteChannel(where="host")
        return
    url = kept.get("url", "")
    is_alone = django_settings.ENVIRONMENT.is_loopback and not django_settings.ENVIRONMENT.address
    is_local = is_alone and any(url.startswith(f"http://{host}") for host in LOOPBACK)
    if not name or not (url.startswith("https://") or is_local):
        raise IncompleteChannel(where="url")
