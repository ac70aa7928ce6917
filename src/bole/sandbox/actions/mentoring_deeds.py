"""What happened to a pair, deed by deed: it began, its plan was approved, the two met, tests were taken, it ended."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial

from bole.mentoring.actions.agreements import make_agreement, sign_agreement
from bole.mentoring.actions.life import end_mentorship
from bole.mentoring.actions.meetings import ToDo, record_meeting
from bole.mentoring.actions.pairs import begin_mentorship, import_mentorship
from bole.mentoring.actions.plans import approve_plan, save_plan, submit_plan
from bole.mentoring.actions.reports import save_report, send_report
from bole.mentoring.actions.tests import record_test
from bole.mentoring.models import Agreement, Plan
from bole.mentoring.rules.dates import last_day_of
from bole.mentoring.rules.left_topics import Left
from bole.mentoring.rules.plan import PlanTopic, planned
from bole.mentoring.rules.shipped import SHIPPED
from bole.mentoring.rules.survey_days import OPEN_DAYS
from bole.mentoring.rules.test_names import SKILL_TEST
from bole.people.models import Person
from bole.sandbox.actions.mentoring_hands import Hands
from bole.sandbox.rules.chance import dice
from bole.sandbox.rules.days import moment, step
from bole.sandbox.rules.mentoring_calendar import A_DAY
from bole.sandbox.rules.mentoring_cast import SUN_RAN
from bole.sandbox.rules.mentoring_says import ADVICE, DRAFT, HOW, OUTCOMES, REPORTS
from bole.sandbox.rules.mentoring_terms import Answer, PairPlan, Talk, Test
from bole.surveys.actions import answer, close_round, open_round
from bole.values.viewer import SYSTEM

Deed = tuple[datetime, Callable[[], object]]
KIND = "mentoring"
MOST_POINTS = 10_000  # hundredths of a point
UNSIGNED = SUN_RAN  # has not signed the agreement
CLOSED_AFTER = 3  # days; a round in which everybody has answered by then is closed


@dataclass
class Pairs:
    """Makes pairs; remembers their refs and the topics of their plans."""

    hands: Hands
    refs: dict[str, str] = field(default_factory=dict)
    topics: dict[str, tuple[PlanTopic, ...]] = field(default_factory=dict)

    def deeds(self, one: PairPlan) -> Iterator[Deed]:
        """Yield what happened to a pair, with its moments."""
        if one.is_imported:
            yield moment(step(one.ended_on or one.first_day, 6), 14.0), partial(self._take_over, one)
            return
        name = f"{one.mentor} {one.mentee}"
        begun = min(moment(one.first_day, 8.9), moment(one.handed_in or one.first_day, 9.2))
        yield begun, partial(self._begin, one, name, begun)
        if one.handed_in:
            at = moment(one.handed_in, 18.1)
            yield at, partial(self._hand_in, one, name, at)
        if one.approved_on:
            at = moment(one.approved_on, 10.2)
            yield at, partial(self._approve, one, name, at)
        yield from self._done(one, name)
        if one.ended_on:
            at = moment(one.ended_on, 20.5)
            yield at, partial(self._end, one, name, at)

    def _done(self, one: PairPlan, name: str) -> Iterator[Deed]:
        """Yield meetings, tests and reports."""
        for n, talk in enumerate(one.talks):
            at = moment(talk.day, talk.ends_at)
            yield at, partial(self._talk, one, name, talk, n, at)
        for test in one.tests:
            at = moment(test.day, test.hour)
            yield at, partial(self._test, one, name, test, at)
        for day, is_sent in ((one.report, True), (one.draft, False)):
            if day:
                yield moment(day, 19.0), partial(self._report, one, name, moment(day, 19.0), is_sent=is_sent)

    def _take_over(self, one: PairPlan) -> None:
        at = moment(step(one.ended_on or one.first_day, 6), 14.0)
        import_mentorship(
            mentor_id=self.hands.keys[one.mentor],
            mentee_id=self.hands.keys[one.mentee],
            framework_code=one.framework,
            first_day=one.first_day,
            last_day=one.ended_on or one.first_day,
            hours=one.hours,
            by=self.hands.hr_for(one.mentee, one.first_day),
            at=at,
        )

    def _begin(self, one: PairPlan, name: str, at: datetime) -> None:
        by = self.hands.of(one.mentor) if one.source == "request" else self.hands.hr_for(one.mentee, one.first_day)
        self.refs[name] = begin_mentorship(
            mentor_id=self.hands.keys[one.mentor],
            mentee_id=self.hands.keys[one.mentee],
            framework_code=one.framework,
            first_day=one.first_day,
            months=one.months,
            source="hand" if one.source == "import" else one.source,
            why_so=[dict(reason) for reason in one.why_so],
            by=by,
            at=at,
        )

    def _hand_in(self, one: PairPlan, name: str, at: datetime) -> None:
        framework, rng, by = SHIPPED[one.framework], dice("plan", one.mentee), self.hands.of(one.mentor)
        topics = [
            PlanTopic(topic.code, topic.zh, topic.en, topic.is_core, rng.choice(HOW), topic.month)
            for topic in planned(framework.topics, months=one.months)
            if topic.is_core or rng.random() < 0.8
        ]
        self.topics[name] = tuple(topics)
        outcomes = OUTCOMES.get(one.framework, OUTCOMES[""])
        plan = save_plan(pair_ref=self.refs[name], version=0, goal=framework.goal_zh, outcomes=outcomes, topics=topics, by=by, at=at)
        submit_plan(pair_ref=self.refs[name], version=plan.version, by=by, at=at)

    def _approve(self, one: PairPlan, name: str, at: datetime) -> None:
        plan = Plan.objects.get(mentorship__ref=self.refs[name], state="submitted")
        approve_plan(ref=plan.ref, version=plan.version, by=self.hands.hr_for(one.mentee, one.first_day), at=at)
        if one.ended_on is None:
            self._agree(one, plan.ref, at)

    def _agree(self, one: PairPlan, plan_ref: str, at: datetime) -> None:
        """Let the agreement be made and signed by both; one mentee has not signed, was reminded, and is mentored all the same."""
        made = make_agreement(plan_ref=plan_ref, by=SYSTEM, at=at)
        if made is None:
            return
        for hours, number in enumerate([one.mentor] if one.mentee == UNSIGNED else [one.mentor, one.mentee], start=2):
            by, said = self.hands.of(number), at + timedelta(hours=hours)
            sign_agreement(pair_ref=made.mentorship.ref, fingerprint=made.hash, language="zh-hans", by=by, at=said)
        if one.mentee == UNSIGNED:
            Agreement.objects.filter(pk=made.pk).update(reminded_at=at + timedelta(days=7))

    def _talk(self, one: PairPlan, name: str, talk: Talk, n: int, at: datetime) -> None:
        core = [topic.code for topic in self.topics.get(name, ()) if topic.is_core]
        codes = [core[place] for place in talk.topics if place < len(core)]
        last = last_day_of(one.first_day, one.months)
        to_do = [ToDo("mentee", talk.to_do, talk.next_on)] if talk.to_do else []
        record_meeting(
            pair_ref=self.refs[name],
            once=f"demo-{n}",
            held_on=talk.day,
            minutes=talk.slip or talk.minutes,
            place=talk.place,
            codes=codes,
            advice=talk.advice or dice("advice", one.mentee, n).choice(ADVICE),
            to_do=to_do,
            done=(),
            next_on=talk.next_on if talk.next_on and talk.next_on <= last else None,
            by=self.hands.of(one.mentor),
            at=at,
        )

    def _test(self, one: PairPlan, name: str, test: Test, at: datetime) -> None:
        by, points = self.hands.of(one.mentor), (test.slip or test.points) * 100
        exam = test.exam or SKILL_TEST
        record_test(pair_ref=self.refs[name], taken_on=test.day, points=points, most=MOST_POINTS, exam=exam, by=by, at=at)

    def _report(self, one: PairPlan, name: str, at: datetime, *, is_sent: bool) -> None:
        by, words = self.hands.of(one.mentee), dice("report", one.mentee).choice(REPORTS) if is_sent else DRAFT
        draft = save_report(pair_ref=self.refs[name], version=0, words=words, files=(), by=by, at=at)
        if is_sent:
            send_report(pair_ref=self.refs[name], version=draft.version, by=by, at=at)

    def _end(self, one: PairPlan, name: str, at: datetime) -> None:
        ended = one.ended_on or one.first_day
        left = Left(dice("left topics", one.mentee).choice(("no_time", "not_needed", "later")))
        end_mentorship(ref=self.refs[name], on=ended, why=one.ended_why or "done", left=left, by=SYSTEM, at=at)


@dataclass
class Surveys:
    """Asks the mentees of the demo, as the product's own job would have: a round about each mentor and day."""

    hands: Hands
    pairs: tuple[PairPlan, ...]
    rounds: dict[tuple[str, date], str] = field(default_factory=dict)
    about: dict[str, str] = field(default_factory=dict)

    def deeds(self) -> Iterator[Deed]:
        """Yield rounds opened, answered, closed."""
        today = self.hands.plan.almanac.anchor
        refs = dict(Person.objects.values_list("number", "ref"))
        asked: defaultdict[tuple[str, date], list[tuple[str, Answer | None]]] = defaultdict(list)
        for one in self.pairs:
            for months in range(1, 24, 2):
                day = last_day_of(one.first_day, months)
                if one.approved_on and day < today and day <= (one.ended_on or day):
                    asked[one.mentor, day].append((one.mentee, one.answers.get(months)))
        for (mentor, day), mentees in sorted(asked.items()):
            yield moment(day, 9.0), partial(self._open, str(refs[mentor]), mentor, day, [mentee for mentee, _ in mentees])
            for n, (mentee, given) in enumerate(mentees):
                on = day + (1 + n % 2) * A_DAY
                if given is not None and on < today:
                    yield moment(on, 20.0), partial(self._answer, mentor, day, mentee, given, moment(on, 20.0))
            everybody = all(given is not None for _, given in mentees)
            closed = day + (CLOSED_AFTER if everybody else OPEN_DAYS) * A_DAY
            if closed < today:
                yield moment(closed, 1.0), partial(self._close, mentor, day, moment(closed, 1.0))

    def _open(self, about: str, mentor: str, day: date, mentees: list[str]) -> None:
        self.rounds[mentor, day] = open_round(
            kind=KIND,
            about=about,
            asked=[self.hands.keys[one] for one in mentees],
            questions=KIND,
            opens_on=day,
            closes_on=day + timedelta(days=OPEN_DAYS - 1),
            by=SYSTEM,
            at=moment(day, 9.0),
        )

    def _answer(self, mentor: str, day: date, mentee: str, given: Answer, at: datetime) -> None:
        values = dict(zip(("on_time", "fits", "solved"), given, strict=True))
        answer(round_ref=self.rounds[mentor, day], values=values, by=self.hands.of(mentee), at=at)

    def _close(self, mentor: str, day: date, at: datetime) -> None:
        close_round(ref=self.rounds[mentor, day], by=SYSTEM, at=at)
