"""What the phone says of the device that asks, and what ways in are called."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from bole.accounts.queries import PROVIDER_NAMES, Asking
from bole.kit.ui.days import moment


def facts_of(asking: Asking) -> dict[str, tuple[str, str]]:
    """Return device, address and moment, each with its name."""
    return {
        "device": (_("Device"), asking.device or _("unknown")),
        "address": (_("Its address"), asking.address),
        "moment": (_("Asked at"), moment(asking.made_at)),
    }


def way_names(codes: Collection[str]) -> dict[str, str]:
    """Return the names of ways in."""
    known = {**{code: _(name) for code, name in PROVIDER_NAMES.items()}, "phone": _("scanned with a phone")}
    return {code: known[code] for code in codes if code in known}
