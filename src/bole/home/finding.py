"""What search finds: people, pages, things to do, courses and the library, and one's own records by their titles. Each finder asks what
the page that it leads to asks.
"""

from collections.abc import Callable, Iterable, Sequence

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bole.access.rules import takes_part
from bole.growth.queries import exams_offered, library_items
from bole.growth.queries.library_found import ranked
from bole.growth.rules.words import widen
from bole.home.queries.people import people_found
from bole.home.queries.people_meant import people_meant
from bole.home.rules.asked import meant
from bole.home.rules.titles import is_found, nearness
from bole.home.shown.amounts import named
from bole.home.shown.people import name_of, person_row
from bole.home.shown.results import ICONS, KIND_WORDS, state_words
from bole.kit.clock import today
from bole.kit.menu import menu_of
from bole.kit.search import Found, Group, offer_search
from bole.kit.ui.days import brief_day
from bole.mentoring.queries.titles import own_meeting_titles
from bole.people.models import Person
from bole.people.rules.names import plain
from bole.reviews.queries.titles import Titled, own_feedback_titles, own_talk_titles
from bole.values.viewer import Viewer
from bole.work.queries import own_results

# How like a text must be: less where the question names an idea of our field (`growth/rules/synonyms.txt`).
LIKE_ENOUGH, LIKE_ENOUGH_OF_THE_FIELD = 0.12, 0.04
FEEDBACK = {"praise": gettext_lazy("Praise"), "advice": gettext_lazy("Advice"), "request": gettext_lazy("Ask for feedback")}
ITEM_ICONS = {"article": "file-text", "case": "book-open", "guide": "compass", "video": "play", "course": "graduation-cap"}
Test = Callable[[Viewer], bool]


def _everybody(_viewer: Viewer) -> bool:
    return True


def _scored(viewer: Viewer) -> bool:
    return viewer.person_id is not None and viewer.is_scored


def _mentors(viewer: Viewer) -> bool:
    return bool(viewer.mentees)


def _leads(viewer: Viewer) -> bool:
    return bool(viewer.reports)


# What one does most, for who may: the words, where it begins, its icon.
ACTIONS: tuple[tuple[str | Promise, str, str, Test], ...] = (
    (gettext_lazy("Give feedback"), "/feedback/new/", "message-circle", takes_part),
    (gettext_lazy("Submit a result"), "/results/new/", "file-check", takes_part),
    (gettext_lazy("Record a meeting"), "/mentoring/", "notebook-pen", _mentors),
    (gettext_lazy("Ask for support"), "/performance/#support", "life-buoy", _scored),
    (gettext_lazy("Confirm results"), "/team/#results", "circle-check", _leads),
    (gettext_lazy("Plan a talk"), "/one-to-ones/", "messages-square", _leads),
)
# Pages that no menu leads to.
PAGES: tuple[tuple[str | Promise, str, str, Test], ...] = (
    (gettext_lazy("Notices"), "/notices/", "bell", _everybody),
    (gettext_lazy("My results"), "/results/", "file-check", takes_part),
    (gettext_lazy("Ratings of years"), "/performance/ratings/", "calendar-check", _scored),
    (gettext_lazy("Your performance goals explained"), "/guide/", "compass", _everybody),
)


def offer_finders() -> None:
    """Offer all that is found here."""
    offer_search("people", gettext_lazy("People"), find_people, order=10)
    offer_search("actions", gettext_lazy("To do now"), find_actions, order=20)
    offer_search("pages", gettext_lazy("Pages of the app"), find_pages, order=30)
    offer_search("learning", gettext_lazy("Courses and library"), find_learning, order=40)
    offer_search("own", gettext_lazy("Your own records"), find_own, order=50)


def beginning(viewer: Viewer) -> tuple[Group, ...]:
    """Return what stands there before anything is typed: what one may do."""
    return (Group("actions", gettext_lazy("To do now"), tuple(find_actions(viewer, "", len(ACTIONS)))),)


def find_people(viewer: Viewer, text: str, at_most: int) -> list[Found]:
    """Find people by name, pinyin, initials and staff number (four queries); two of one name say unit and number.

    Whom nobody is called by is looked for by what may be a name in it, and by how people stand to the viewer.
    """
    found = people_found(viewer, text, day=today(), limit=at_most)
    if not found.cards and text.strip():
        found = people_meant(viewer, text, day=today(), limit=at_most)
    rows = [(one, person_row(one, is_outsider=one.person_id in found.outsiders)) for one in found.cards]
    return [Found(title=name_of(card), note=row.note, address=row.url, icon="user-round", face=card.name) for card, row in rows]


def find_actions(viewer: Viewer, text: str, at_most: int) -> list[Found]:
    """Find what one may do."""
    rows = [row for row in _named(text, ACTIONS) or _said(text, ACTIONS) if row[3](viewer)]
    return [Found(title=str(words), address=url, icon=icon) for words, url, icon, _is_for in rows[:at_most]]


def find_pages(viewer: Viewer, text: str, at_most: int) -> list[Found]:
    """Find pages of the menu and others by their names in both languages; where none is called so, by what else people call them."""
    menu = [(one.name, one.url, one.icon, _everybody) for one in menu_of(viewer, "")]
    rows = {url: (words, url, icon, is_for) for words, url, icon, is_for in (*PAGES, *menu)}
    found = [(words, url, icon) for words, url, icon, is_for in _named(text, rows.values()) if is_for(viewer)]
    found.sort(key=lambda one: nearness(text, str(one[0])))
    found = found or [(words, url, icon) for words, url, icon, is_for in _said(text, rows.values()) if is_for(viewer)]
    return [Found(title=str(words), address=url, icon=icon) for words, url, icon in found][:at_most]


def _named(text: str, rows: Iterable[tuple[str | Promise, str, str, Test]]) -> list[tuple[str | Promise, str, str, Test]]:
    """Return the rows whose name is found, in the reader's language or in the other."""
    kept = list(rows)
    names = [str(row[0]) for row in kept]
    with translation.override("en" if is_chinese() else "zh-hans"):
        others = [str(row[0]) for row in kept]
    return [row for row, name, other in zip(kept, names, others, strict=True) if is_found(text, name, other)]


def _said(text: str, rows: Iterable[tuple[str | Promise, str, str, Test]]) -> list[tuple[str | Promise, str, str, Test]]:
    """Return the rows that are meant by other words than their names, the plainest first."""
    plainly = meant(text, "page")
    return sorted((row for row in rows if row[1] in plainly), key=lambda row: -plainly[row[1]])


def is_chinese() -> bool:
    """Test if the reader's language is Chinese."""
    return not (translation.get_language() or "").startswith("en")


def find_learning(viewer: Viewer, text: str, at_most: int) -> list[Found]:
    """Find courses, the library and exams: by title first, then what is said in other words (eight queries)."""
    if not takes_part(viewer):
        return []
    items, exams = library_items(viewer), exams_offered()
    rows = [
        *((one.title_zh, one.title_en, one.address, ITEM_ICONS.get(one.kind, "file-text"), one.kind) for one in items),
        *((one.title_zh, one.title_en, f"/growth/exams/{one.code}/", "list-checks", "exam") for one in exams),
    ]
    by_title = [n for n, row in enumerate(rows) if is_found(text, row[0], row[1])]
    by_title.sort(key=lambda n: min(nearness(text, rows[n][0]), nearness(text, rows[n][1])))
    near = len(by_title) >= at_most or len(text.strip()) < 2
    enough = LIKE_ENOUGH_OF_THE_FIELD if not near and widen(text) else LIKE_ENOUGH
    meant_too = [] if near else [at for at, likeness in ranked(text, items) if likeness >= enough]
    places = list(dict.fromkeys((*by_title, *meant_too)))[:at_most]
    return [Found(title=named(rows[n][0], rows[n][1]), note=_kind(rows[n][4]), address=rows[n][2], icon=rows[n][3]) for n in places]


def _kind(kind: str) -> str:
    return {
        "article": _("Article"), "case": _("Case"), "guide": _("Guide"), "video": _("Video"), "course": _("Course"), "exam": _("Exam"),
    }.get(kind, "")  # fmt: skip


def find_own(viewer: Viewer, text: str, at_most: int) -> list[Found]:
    """Find one's own feedback, talks, meetings and results by their titles; nobody else's, nor what is written in them (five queries)."""
    if not takes_part(viewer):
        return []
    titled = [*own_feedback_titles(viewer), *own_talk_titles(viewer)]
    meetings = [Titled("meeting", one.other_id, one.day, one.address) for one in own_meeting_titles(viewer)]
    names = dict(Person.objects.filter(pk__in={one.other_id for one in (*titled, *meetings)}).values_list("id", "name"))
    rows = [(one.day, _titled(one, names), _kind_of(one), names.get(one.other_id, "")) for one in (*titled, *meetings)]
    for one in own_results(viewer):
        what = str(KIND_WORDS[one.kind])
        note = _(", ").join((what, brief_day(one.day), state_words(one)))
        shown = Found(title=one.title or what, note=note, address=f"/results/{one.ref}/", icon=ICONS[one.kind])
        rows.append((one.day, shown, one.kind, ""))
    rows.sort(key=lambda row: row[0], reverse=True)
    found = [shown for _day, shown, _kind, _name in rows if is_found(text, shown.title, shown.note)]
    return (found or _meant([row[1:] for row in rows], text))[:at_most]


def _kind_of(one: Titled) -> str:
    return one.kind if one.kind in {"meeting", "talk"} else "feedback"


def _meant(rows: Sequence[tuple[Found, str, str]], text: str) -> list[Found]:
    """Return the records of the kinds that other words name, the plainest first; where somebody is named as well, with them alone."""
    plainly, flat = meant(text, "record"), plain(text)
    plainly |= {kind: plainly["result"] + plainly.get(kind, 0) for kind in KIND_WORDS if "result" in plainly}
    named_in = {name for _found, _kind, name in rows if name and plain(name) in flat}
    fitting = [(found, kind) for found, kind, name in rows if (kind in plainly or not plainly) and (name in named_in or not named_in)]
    if not plainly and not named_in:
        return []
    return [found for found, kind in sorted(fitting, key=lambda one: -plainly.get(one[1], 0))]


def _titled(one: Titled, names: dict[int, str]) -> Found:
    name = {"name": names.get(one.other_id, "")}
    match one.kind:
        case "meeting":
            return Found(title=_("Mentoring talk with %(name)s") % name, note=brief_day(one.day), address=one.address, icon="users")
        case "talk":
            return Found(title=_("One-to-one with %(name)s") % name, note=brief_day(one.day), address=one.address, icon="messages-square")
        case kind:
            title = _("Feedback, %(name)s") % name
            note = _(", ").join((str(FEEDBACK.get(kind, kind)), brief_day(one.day)))
            return Found(title=title, note=note, address=one.address, icon="message-circle")
