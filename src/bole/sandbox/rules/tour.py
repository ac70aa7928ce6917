"""The tour: which stories this demo can tell, who shows each, and on which page."""

from bole.sandbox.rules.checkpoints import checkpoints_on
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.days import Almanac, moment
from bole.sandbox.rules.doubt import month_of_doubt
from bole.sandbox.rules.learning_tour import LEARNING_STOPS
from bole.sandbox.rules.mentoring_tour import MENTORING_STOPS
from bole.sandbox.rules.slow_fortnight import taken_on
from bole.sandbox.rules.stops import Stop, to
from bole.sandbox.rules.stories import half_before_mentoring
from bole.values.period import Period
from bole.values.refusal import say


def _clock(almanac: Almanac) -> Clockwork:
    return Clockwork(almanac, moment(almanac.anchor, 9.5))


def _first_half(almanac: Almanac) -> str:
    return f"/performance/?period={half_before_mentoring(_clock(almanac)).code}"


def _moved_half(almanac: Almanac) -> str:
    halves = almanac.closed_halves
    return f"/performance/?period={halves[-1].code}" if halves else "/performance/"


def _slow_month(almanac: Almanac) -> str:
    return f"/people/BL0064/score/?period={Period.of('month', taken_on(_clock(almanac))).code}"


def _doubted(almanac: Almanac) -> str:
    return f"/performance/delays/?period={month_of_doubt(checkpoints_on(_clock(almanac))).code}"


STOPS = (
    Stop(
        key="first_day",
        story="10",
        persona="graduate",
        way=to("/"),
        title=say("The first day"),
        words=say("Chen Xiaoyu joins today. No score yet: it appears after 5 working days."),
    ),
    Stop(
        key="first_week",
        story="10",
        persona="graduate",
        way=to("/first-week/"),
        title=say("Her first week, day by day"),
        words=say("Nine lines, three trainings, the first talk. Nobody has to ask whom to turn to."),
    ),
    Stop(
        key="first_today",
        persona="manager",
        way=to("/"),
        title=say("Three minutes in the morning"),
        words=say("Lin Jing's home: three things wait, about four minutes. Each card says why it is there; pin, hide and order them."),
    ),
    Stop(
        key="score",
        story="3",
        persona="employee",
        way=to("/performance/"),
        title=say("Li Si's 84.0, down to the last record"),
        words=say("1.2 more than last week: 3 tasks done on time, and a happier customer. Open any number."),
    ),
    Stop(
        key="half_before",
        story="3",
        persona="employee",
        way=_first_half,
        title=say("Half a year earlier: 3.5 of 5"),
        words=say("A closed half, frozen with all its parts. From 3.5 to 4.2 is 20 % more."),
    ),
    Stop(
        key="team",
        persona="manager",
        way=to("/team/"),
        title=say("Lin Jing's twelve, at a glance"),
        words=say("Who moved, and who waits for support: Shen Yifan, for three working days."),
    ),
    Stop(
        key="slow",
        story="1",
        persona="manager",
        way=to("/people/BL0064/score/"),
        title=say("Three slow hours"),
        words=say("Zhang San took on a project. His score went from 91.0 to 87.6 and back to 91.2; the line shows it."),
    ),
    Stop(
        key="slow_month",
        story="1",
        persona="manager",
        way=_slow_month,
        title=say("The month of the slow answers"),
        words=say("Every ticket with its response time, from one hour to three."),
    ),
    Stop(
        key="slow_alert",
        story="1",
        persona="manager",
        way=to("/alerts/"),
        about=("BL0064", "response_time"),
        title=say("The alert that closed by itself"),
        words=say("Zhang San was told first and said why. Lin Jing moved five tasks; nine working days later it was over."),
    ),
    Stop(
        key="busy_alert",
        persona="manager",
        way=to("/alerts/"),
        about=("BL0340", "delays"),
        title=say("A change that waits for Lin Jing"),
        words=say("Deng Kai: from 0.4 delays a week to 2, in three projects at once. He has said what he knows."),
    ),
    Stop(
        key="improving",
        persona="manager",
        way=to("/improvement/"),
        title=say("A plan in its seventh week"),
        words=say("Feng Le's twelve weeks: goals, support and dates agreed by two, every milestone on time, better four weeks running."),
    ),
    Stop(
        key="own_change",
        persona="busy",
        way=to("/changes/"),
        title=say("He sees it first"),
        words=say("What Deng Kai sees of it: what is watched, why, and who reads it from when on."),
    ),
    Stop(
        key="vacancies",
        story="6",
        persona="support_head",
        way=to("/diagnoses/"),
        about=("SUP-BJ", "first_response"),
        title=say("Five vacancies"),
        words=say("Beijing missed its target for three months. The posts are not filled and more tickets come; the target stays."),
    ),
    Stop(
        key="market",
        story="7",
        persona="director",
        way=to("/diagnoses/"),
        about=("SALES-S", "revenue"),
        title=say("The market that shrank"),
        words=say("The south missed its target for three months; Lu Ming asks for another one, and Gao Yuan checks it. The north: none."),
    ),
    Stop(
        key="quiet",
        story="14",
        persona="system_admin",
        way=to("/company/sources/"),
        title=say("The alerts that did not ring"),
        words=say("Three days without the code source: one notice about it, and no alert about anybody. 85 people's records came later."),
    ),
    Stop(
        key="month_end",
        story="14",
        persona="hr_admin",
        way=to("/company/signs/"),
        title=say("A month's feedback at once"),
        words=say("Ma Jun entered 62 % of it on the last two days, nine answers twice. HR looked: corrected, no punishment."),
    ),
    Stop(
        key="feedback",
        persona="employee",
        way=to("/feedback/"),
        title=say("The feedback is there"),
        words=say("Lin Jing wrote to Li Si about this month's score. It stands beside the number it is about."),
    ),
    Stop(
        key="one_to_one",
        persona="manager",
        way=to("/one-to-ones/"),
        title=say("A talk is planned"),
        words=say("Lin Jing and Deng Kai talk in two days; the agenda filled itself from the alert."),
    ),
    Stop(
        key="absences",
        persona="hr_admin",
        way=to("/company/absences/"),
        title=say("Who is away"),
        words=say("Two years of absences. Cao Lei is on marriage leave, and nobody is told that she is slow."),
    ),
    Stop(
        key="moved",
        story="11",
        persona="mover",
        way=to("/performance/"),
        title=say("The first three months in a new job"),
        words=say("Sun Ran changed job: 74 in the old one, 63 at first in the new one, 76 last month."),
    ),
    Stop(
        key="moved_half",
        story="11",
        persona="mover",
        way=_moved_half,
        title=say("One half, two jobs"),
        words=say("The half's score is made of two stretches, by working days."),
    ),
    Stop(
        key="silence",
        story="14",
        persona="system_admin",
        way=to("/company/connections/"),
        title=say("The source that was silent"),
        words=say("The code source was silent for three days: 85 people, then 4,212 records at once, and none twice."),
    ),
    Stop(
        key="company",
        story="15",
        persona="hr_admin",
        way=to("/company/"),
        title=say("The whole company"),
        words=say("500 people, their units and how the scores lie. Small groups stay hidden."),
    ),
    Stop(
        key="closing",
        persona="hr_admin",
        way=to("/company/closings/"),
        title=say("What is closed stays closed"),
        words=say("Two years of months and halves. A second person is needed to open one again."),
    ),
    Stop(
        key="namesakes",
        persona="colleague",
        way=to("/search/?q=张伟"),
        title=say("Two people of one name"),
        words=say("Both Zhang Wei are found, with unit and number. Try zengrui, ouyx or BL0064."),
    ),
    Stop(
        key="external",
        persona="manager",
        way=to("/people/WB001/"),
        title=say("Somebody who is not scored"),
        words=say("An on-site engineer of a supplier: in the directory, marked as external, without a score."),
    ),
    Stop(
        key="doubt",
        persona="doubter",
        way=_doubted,
        title=say("A mistake can be mended"),
        words=say("Luo Jianing doubted a record. Two days later it was corrected; the original stays."),
    ),
    Stop(
        key="looked",
        persona="mentor",
        way=to("/me/"),
        title=say("Who has looked at my data"),
        words=say("The auditor opened Zhang San's grade for the yearly audit. He can read that, with the reason."),
    ),
    Stop(
        key="strangers",
        persona="hr_admin",
        way=to("/company/connections/"),
        title=say("Accounts of nobody"),
        words=say("Two code accounts wait for a person; one of them is Chen Xiaoyu's."),
    ),
    Stop(
        key="stands_in",
        persona="support_head",
        way=to("/notices/stand-in/"),
        title=say("Somebody stands in"),
        words=say("Gao Yuan is away these days. Tang Min decides what waits for him, in her own name, and on no other day."),
    ),
    Stop(
        key="next_head",
        persona="hr_admin",
        way=to("/company/units/"),
        about=("MKT", "head"),
        title=say("Another head, from a day on"),
        words=say("Su Wen has entered it already: on the first of next month the department changes hands, and not a day earlier."),
    ),
    Stop(
        key="commits",
        persona="good_mentor",
        way=to("/performance/work/commits/"),
        title=say("The week's commits, push by push"),
        words=say("What Zeng Rui pushed this week stands beside his work and opens down to each push. It counts in no score."),
    ),
    *MENTORING_STOPS,
    *LEARNING_STOPS,
)
BY_KEY = {one.key: one for one in STOPS}
