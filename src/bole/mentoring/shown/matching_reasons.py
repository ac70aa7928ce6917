"""Why two people fit, and why somebody waits, in words; from the codes and numbers that were kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.growth.queries import SkillRow
from bole.mentoring.actions.matching_telling import WHY_NOT
from bole.mentoring.forms_admission import half_days
from bole.mentoring.rules.matching_reasons import said
from bole.mentoring.shown.naming import either, joined, listed

Kept = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names that reasons are said with: of skills, frameworks and towns, by code, in the reader's language."""

    skills: Mapping[str, str]
    frameworks: Mapping[str, str]
    places: Mapping[str, str]


def names_for(skills: Iterable[SkillRow], frameworks: Mapping[str, tuple[str, str]], places_en: Mapping[str, str]) -> Names:
    """Return the names in the reader's language."""
    return Names(
        skills={one.code: either(one.name_zh, one.name_en) for one in skills},
        frameworks={code: either(*both) for code, both in frameworks.items()},
        places={zh: either(zh, en) for zh, en in places_en.items()},
    )


def style_ways() -> dict[str, str]:
    """Return each way of working in words."""
    return {
        "pace.often": _("meets often"),
        "pace.spaced": _("meets about once a month or less"),
        "length.short": _("short talks"),
        "length.long": _("long talks"),
        "steps.firm": _("ends with what to do and a next day"),
        "steps.open": _("leaves the next step open"),
        "lead.plan": _("follows the topics of the plan"),
        "lead.free": _("follows what comes up"),
    }


def part_names() -> dict[str, str]:
    """Return the name of each part of a value."""
    return {
        "skills": _("Skills"),
        "role": _("Role"),
        "effect": _("Past effect"),
        "load": _("Load"),
        "place": _("Place"),
        "hours": _("Common time"),
        "wanted_by_mentee": _("The mentee's wish"),
        "wanted_by_mentor": _("The mentor's wish"),
        "style": _("Style"),
    }


def reason_words(one: Kept, names: Names) -> str:
    """Return what the data says of a part; nothing where it says nothing."""
    code, numbers = one["code"], one["numbers"]
    makers = {"skills": _skills, "place": _place, "load": _load, "role": _role, "hours": _hours, "style": _style, "effect": _effect}
    return makers[code](numbers, names) if code in makers else ""


def _skills(numbers: Kept, names: Names) -> str:
    held = [names.skills.get(code, code) for code in numbers["skills"]]
    if not held:
        return _("nothing is wanted in particular") if not numbers["wanted"] else _("none of the skills wanted")
    return _("good at %(skills)s") % {"skills": listed(held)}


def _place(numbers: Kept, names: Names) -> str:
    place = numbers["place"]
    return _("both in %(place)s") % {"place": names.places.get(place, place)} if place else ""


def _load(numbers: Kept, _names: Names) -> str:
    taken = int(numbers["taken"])
    if not taken:
        return _("mentors nobody at present")
    return ngettext("mentors only %(n)s at present", "mentors %(n)s at present", taken) % {"n": taken}


def _role(numbers: Kept, names: Names) -> str:
    code = numbers["framework"]
    knows = _("has mentored by “%(framework)s”") % {"framework": names.frameworks.get(code, code)} if code else ""
    return joined(_("of the same job family") if numbers["family"] else "", knows)


def _hours(numbers: Kept, _names: Names) -> str:
    words = dict(half_days())
    shared = [str(words[one]) for one in numbers["hours"] if one in words]
    return _("both free on %(when)s") % {"when": listed(shared[:2])} if shared else ""


def _style(numbers: Kept, _names: Names) -> str:
    words = style_ways()
    return _("alike in style: %(ways)s") % {"ways": listed(words[one] for one in numbers["ways"] if one in words)}


def _effect(numbers: Kept, _names: Names) -> str:
    half = 2 * int(numbers["points"])
    return _("mentees grew more than similar colleagues") if half > int(numbers["most"]) + 1 else ""


def three_reasons(kept: Sequence[Kept], names: Names) -> list[str]:
    """Return the reasons that are said to the two, three at most."""
    return [words for words in (reason_words(one, names) for one in said([dict(one) for one in kept])) if words]


def why_words(mentor: str, kept: Sequence[Kept], names: Names) -> str:
    """Return the sentence of why: 推荐曾睿：擅长大模型评测；同在北京；目前只带1人."""
    found = three_reasons(kept, names)
    if not found:
        return ""
    return _("Why %(mentor)s: %(reasons)s") % {"mentor": mentor, "reasons": either("；", "; ").join(found)}


def why_not_words(one: Kept) -> str:
    """Return why somebody stays without a mentor, with the numbers, for HR."""
    numbers: dict[str, int] = dict(one["numbers"])
    match one["code"]:
        case "no_mentor":
            words = _("none of the %(mentors)s open mentors may be paired: reporting line, or one of the two would rather not")
        case "below_least":
            words = _("%(mentors)s mentors may; the best comes to %(best)s of 90, and %(least)s is the least")
        case "no_seats" if numbers.get("hours"):
            words = _("all %(mentors)s mentors who fit are full, %(hours)s of them by their planned hours")
        case "no_seats":
            words = ngettext("the only mentor who fits is full", "all %(mentors)s mentors who fit are full", numbers["mentors"])
        case "others_first":
            words = _("%(mentors)s mentors fit, and their %(seats)s seats go to others, so that as many as possible are matched")
        case _:
            words = str(WHY_NOT["changed"])
    return words % numbers
