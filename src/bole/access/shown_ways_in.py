"""The ways in, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bole.accounts.queries import PROVIDER_NAMES, ProviderRow
from bole.kit.ui.days import moment


@dataclass(frozen=True, slots=True, kw_only=True)
class WayShown:
    """A provider and how it stands."""

    code: str
    name: str
    tone: str
    state: str
    note: str
    facts: tuple[tuple[str, str], ...]


def way_shown(row: ProviderRow) -> WayShown:
    """Return a provider in words."""
    tone, state = (
        ("done", _("open for sign-in"))
        if row.is_on
        else ("wait", _("waits for an HR admin"))
        if row.version
        else ("plain", _("not set up"))
    )
    by = _("{name}, {time}").format(name=row.changed_by, time=moment(row.changed_at)) if row.changed_at else ""
    ids = [(_("ID of the company there"), row.corp_id), (_("ID of the app there"), row.app_id or row.agent_id)]
    kept = _("kept, encrypted") if row.has_secret else _("missing")
    facts = (
        *((label, text) for label, text in ids if text),
        (_("Secret"), kept),
        *((_("Server"), text) for text in row.addresses.values()),
    )
    return WayShown(code=row.code, name=_(PROVIDER_NAMES[row.code]), tone=tone, state=state, note=by, facts=facts)
