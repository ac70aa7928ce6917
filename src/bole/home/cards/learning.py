"""Cards of learning: 技能提升课程 with what is recommended, 晋升通道, and to whoever writes how often that is read."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from bole.growth.queries import course_that_raises, recommended_for
from bole.growth.queries.library import reads_by_author
from bole.growth.queries.recommendable import SKILL_CLAUSE
from bole.growth.requirements import words_of
from bole.home.cards.reads import career, is_newcomer, learns, me
from bole.home.shown.amounts import named
from bole.home.shown.cards import CardRow, SuggestedRow, minutes_of
from bole.kit.cards import TODAY, Asked, CardKind, Live, offer_card

ROWS = "home/cards/rows.html"
MOST = 3


def courses(asked: Asked) -> Live | None:
    """Return what is recommended to the viewer, each with its reason and the way to say less of it."""
    if not learns(asked):
        return None
    found = recommended_for(me(asked), day=asked.day, at_most=MOST)
    short = _short_of(asked)
    if not found and short is None:
        if is_newcomer(asked):
            return None
        words = _("Nothing suggested yet. Choose a direction first")
        return Live(words=words, act=pgettext("card", "Learn"), url="/growth/library/", is_empty=True)
    rows = tuple(
        SuggestedRow(title=one.title, url=one.address, why=one.why, ref=one.ref, note=minutes_of(one.minutes) if one.minutes else "")
        for one in found
    )
    words, url = short or (_("For you: “%(title)s”") % {"title": found[0].title}, found[0].address)
    return Live(
        words=words,
        act=pgettext("card", "Learn"),
        url=url,
        urgency=TODAY,
        more=rows,
        template="home/cards/suggested.html" if rows else "",
    )


def _short_of(asked: Asked) -> tuple[str, str] | None:
    """Return how many skills the next step of one's career still asks, and the course that raises most of them."""
    step = None if is_newcomer(asked) or not asked.viewer.is_scored else career(asked).next
    left = step.judged.way if step and step.judged else ()
    skills = {str(dict(one.leaf.values)["skill"]) for one in left if one.leaf.clause == SKILL_CLAUSE}
    course = course_that_raises(skills, person_id=me(asked))
    if step is None or course is None:
        return None
    said = {"n": len(skills), "level": step.row.grade, "course": named(course.title_zh, course.title_en), "m": len(course.skills)}
    words = ngettext(
        "%(n)s skill short of “%(level)s”; “%(course)s” covers it", "%(n)s skills short of “%(level)s”; “%(course)s” covers %(m)s of them",
        len(skills),
    )  # fmt: skip
    return words % said, f"/growth/courses/{course.code}/"


def career_path(asked: Asked) -> Live | None:
    """Return how many steps are left to the next grade, and the quickest."""
    if not learns(asked) or is_newcomer(asked) or not asked.viewer.is_scored:
        return None
    found = career(asked)
    if not found.steps:
        words = _("Your job family has no path yet; suggest one to %(hr)s") % {"hr": _("HR")}
        return Live(words=words, is_empty=True)
    step = found.next
    if step is None or step.judged is None:
        return None
    way = step.judged.way
    said = {"grade": step.row.grade, "n": len(way)}
    if not way:
        words = _("You have everything that %(grade)s asks for") % said
        return Live(words=words, act=_("See the path"), url="/growth/career/", urgency=TODAY)
    words = ngettext("%(n)s step to %(grade)s, the quickest: %(item)s", "%(n)s steps to %(grade)s; the quickest: %(item)s", len(way))
    rows = tuple(
        CardRow(
            words=words_of(one.leaf),
            note="" if one.finding.is_met else one.finding.left,
            icon="circle-check" if one.finding.is_met else "circle",
        )
        for one in step.judged.leaves
    )
    return Live(
        words=words % {**said, "item": words_of(way[0].leaf)}, act=_("See what is missing"), url="/growth/career/", more=rows, template=ROWS
    )


def own_articles(asked: Asked) -> Live | None:
    """Return how often what the viewer wrote is read this month."""
    if not learns(asked):
        return None
    count, reads = reads_by_author(me(asked), asked.day)
    if not count:
        return None
    words = ngettext("%(n)s article, read %(reads)s times this month", "%(n)s articles, read %(reads)s times this month", count)
    return Live(words=words % {"n": count, "reads": reads}, act=_("The library"), url="/growth/library/", urgency=TODAY)


def offer_learning_cards() -> None:
    """Offer the cards."""
    names = (
        (
            "courses",
            gettext_lazy("Skill courses"),
            courses,
            22,
            gettext_lazy("Because you look at such things, or many of your job learn them."),
        ),
        ("career_path", gettext_lazy("Promotion path"), career_path, 23, gettext_lazy("Because your job family has a path.")),
        ("own_articles", gettext_lazy("What I wrote"), own_articles, 25, gettext_lazy("Because you wrote something for the library.")),
    )
    for code, title, find, order, why in names:
        offer_card(CardKind(code=code, title=title, role="employee", order=order, find=find, why=why))
