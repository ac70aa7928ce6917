"""Connections: made, changed, switched on and off."""

import secrets
from datetime import datetime

from bole.access.rules import may_company
from bole.kit.action import action, on_record
from bole.kit.ui.days import moment
from bole.values.refusal import NotFound, NotYours, Stale
from bole.values.viewer import Viewer
from bole.work.models import Connection


@action("work.open_connection")
def open_connection(
    *, vendor: str, name: str, by: Viewer, at: datetime, runs_directory: bool = False, secret: str = ""
) -> tuple[Connection, str]:
    """Open a connection; its secret is made here and shown once."""
    if not may_company(by, "change", "connections"):
        raise NotYours
    text = secret or secrets.token_urlsafe(32)
    made = Connection.objects.create(vendor=vendor, name=name, secret=text, runs_directory=runs_directory, made_at=at)
    on_record(thing=f"connection {made.ref}", fields=("vendor", "name", "secret", "runs_directory"))
    return made, text


@action("work.renew_secret")
def renew_secret(*, ref: str, by: Viewer, at: datetime, secret: str = "") -> str:
    """Give a connection a new secret, made here or by the tool; shown once, and the old one is dead at once."""
    link = _locked(ref, by)
    link.secret = secret or secrets.token_urlsafe(32)
    link.save(update_fields=["secret"])
    on_record(thing=f"connection {link.ref}", fields=("secret",))
    return str(link.secret)


@action("work.change_connection")
def change_connection(
    *, ref: str, name: str, is_on: bool, version: int, by: Viewer, at: datetime, runs_directory: bool | None = None
) -> Connection:
    """Rename a connection, switch it on or off, say if the company runs the tool's directory (None: as it is).

    :raises Stale: if someone changed it since it was read, with who and when
    """
    link = _locked(ref, by)
    if link.version != version:
        raise Stale(name=link.changed_by, time=moment(link.changed_at))
    link.name, link.is_on, link.version = name, is_on, version + 1
    link.changed_at, link.changed_by = at, by.name[:120]
    if runs_directory is not None:
        link.runs_directory = runs_directory
    link.save(update_fields=["name", "is_on", "runs_directory", "version", "changed_at", "changed_by"])
    on_record(thing=f"connection {link.ref}", fields=("name", "is_on", "runs_directory"))
    return link


def _locked(ref: str, by: Viewer) -> Connection:
    if not may_company(by, "change", "connections"):
        raise NotYours
    link = Connection.objects.select_for_update(no_key=True).filter(ref=ref).first()
    if link is None:
        raise NotFound
    return link
