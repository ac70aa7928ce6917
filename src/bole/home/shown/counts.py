"""How a value was counted, in words: 44个到期任务，41个按时."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.home.shown.amounts import amount, named
from bole.scoring.rules.explanation import LeafPart
from bole.scoring.rules.indicator import IndicatorRule
from bole.scoring.rules.measures import measure_of


def _ratio(indicator: IndicatorRule) -> str:
    """Return the sentence for a share of two counts."""
    return {
        ("tasks_on_time", "tasks_due"): _("%(some)s of %(all)s tasks due were on time"),
        ("defects_found", "changes_merged"): _("%(some)s defects, %(all)s changes merged"),
        ("changes_reusing", "changes_merged"): _("%(some)s of %(all)s changes reused components"),
        ("first_passes", "acceptances"): _("%(some)s of %(all)s acceptances passed at once"),
        ("reworks", "tasks_done"): _("%(some)s reworks, %(all)s tasks done"),
        ("good_units", "output_units"): _("%(some)s of %(all)s units were good"),
        ("renewals_kept", "renewals_due"): _("%(some)s of %(all)s customers renewed"),
    }.get((indicator.numerator, indicator.denominator), "")


def _mean(measure: str, count: int) -> str:
    """Return how many records a mean rests on."""
    match measure:
        case "satisfaction":
            return ngettext("%(count)s customer rating", "%(count)s customer ratings", count)
        case "responses":
            return ngettext("%(count)s first response", "%(count)s first responses", count)
        case "resolutions":
            return ngettext("%(count)s ticket solved", "%(count)s tickets solved", count)
        case "peer_rating":
            return ngettext("%(count)s round of ratings by colleagues", "%(count)s rounds of ratings by colleagues", count)
        case _other:
            return ngettext("%(count)s record", "%(count)s records", count)


def counted(leaf: LeafPart, indicator: IndicatorRule | None, *, is_closed: bool) -> str:
    """Return how the value of an indicator was counted; what is closed goes nowhere any more."""
    if indicator is None:
        return ""
    if leaf.how == "mean":
        return _mean(indicator.numerator, leaf.sample) % {"count": leaf.sample}
    if leaf.how == "ratio":
        some, all_ = leaf.numerator, leaf.denominator or 0
        said = _ratio(indicator)
        if said:
            return said % {"some": some, "all": all_}
        return f"{top(indicator)} {some} / {bottom(indicator)} {all_}"
    if not is_closed and leaf.expected is not None and leaf.value is not None and round(leaf.expected, 1) != round(leaf.value, 1):
        return _("at this pace %(value)s at the end of the period") % {"value": amount(leaf.unit, leaf.expected)}
    return ""


def top(indicator: IndicatorRule) -> str:
    """Return the name of what is counted."""
    measure = measure_of(indicator.numerator)
    return named(measure.zh, measure.en)


def bottom(indicator: IndicatorRule) -> str:
    """Return the name of what it is divided by."""
    measure = measure_of(indicator.denominator)
    return named(measure.zh, measure.en)


def missing(leaf: LeafPart, name: str) -> str:
    """Return why an indicator has no value of its own, and what its rule did; nothing if it has one."""
    match leaf.state:
        case "renormalised":
            return _("%(indicator)s has no data for this period. It does not count as zero; its weight is shared among the others.") % {
                "indicator": name
            }
        case "zero":
            return _("%(indicator)s has no data for this period; by this model's rule it counts as 0.") % {"indicator": name}
        case "carried":
            return _("%(indicator)s has no data for this period; the last score stands until it has.") % {"indicator": name}
        case _counted:
            return ""


def too_few(leaf: LeafPart) -> str:
    """Return how many records there are and how many are needed; nothing if there are enough."""
    if not leaf.is_missing or leaf.sample >= leaf.least_sample:
        return ""
    return _("%(count)s records so far, shown from %(least)s") % {"count": leaf.sample, "least": leaf.least_sample}


def defined(indicator: IndicatorRule) -> str:
    """Return what one would look for in vain among the records, where a measure has such a thing; nothing for the others."""
    if "delays" not in {indicator.numerator, indicator.denominator}:
        return ""
    return _(
        "A due day moved later is a delay, and so is work closed after its due day. "
        "What is overdue and still open counts on the day on which it is closed."
    )
