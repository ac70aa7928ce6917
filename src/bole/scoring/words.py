"""Words about scores that other rooms say too."""

from decimal import Decimal

from django.utils.translation import gettext as _

from bole.kit.ui.languages import is_english
from bole.scoring.rules.indicator import Unit


def valued(unit: Unit, value: float) -> str:
    """Return a target in its unit: 90%, 2小时."""
    exact = Decimal(str(round(value, 3)))
    if unit == "money" and abs(exact) >= 10_000:
        return _("¥%(value)s") % {"value": f"{exact:,f}".removesuffix(".0")} if is_english() else f"{(exact / 10_000).normalize():f}万元"
    written = f"{exact.normalize():f}"
    words = {
        "percent": _("%(value)s%%"),
        "hours": _("%(value)s h"),
        "money": _("¥%(value)s"),
        "points": _("%(value)s points"),
        "rating5": _("%(value)s of 5"),
        "count": "%(value)s",
    }
    return words[unit] % {"value": written}
