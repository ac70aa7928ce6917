"""Pairs that the stories tell of, with their days, meetings, tests and answers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from bole.mentoring.rules.calendar import DAY_OF_MONTH, due_day, reminder_day
from bole.mentoring.rules.dates import last_day_of, months_later
from bole.sandbox.rules.chance import dice
from bole.sandbox.rules.company import CompanyPlan
from bole.sandbox.rules.days import Almanac, step
from bole.sandbox.rules.mentoring_calendar import Diary, every_so_often
from bole.sandbox.rules.mentoring_mentors import (
    GU_QING,
    SONG_YAN,
    WU_ZHENG,
    YE_QING,
    ZENG_RUI,
    ZHANG_SAN,
    ZHAO_NING,
    ZHOU_YU,
    area_of,
)
from bole.sandbox.rules.mentoring_terms import Answer, MentorPlan, PairPlan, Talk, Test
from bole.values.period import Period
from bole.values.workdays import is_working_day

LI_SI, CHEN_XIAOYU, SUN_RAN, DING_YI, XIONG_WANGSHU = "BL0471", "BL0702", "BL0259", "BL0623", "BL0347"
XU_SHOUZHENG, XIAO_YING, YU_XINYI, ZHOU_YUTING, LUO_JIANHUI, YANG_HUI = "BL0254", "BL0352", "BL0175", "BL0467", "BL0447", "BL0592"
CHEN_WENBO, GUO_ZHICHEN, LEFT_FIRST, LEFT_THEN = "BL0205", "BL0300", "BL0364", "BL0470"
HANDED_OVER = ("BL0595", "BL0544")
LI_XIULAN = "BL0484"
ALIKE = ("BL0290", "BL0343")  # mentees of others who agree on a next step each time, as Zeng Rui does
FIRST_TALK_NEXT, REPORT_NEXT, TALK_NEXT = 2, 3, 3  # working days after today: of Ye Qing, of Li Si's report, of Sun Ran
TESTS_OF_LI_SI = ((date(2026, 5, 20), 70), (date(2026, 8, 19), 78), (date(2026, 11, 18), 85))
TESTS_OF_SUN_RAN = (62, 70, 79)
SLIP_OF_SUN_RAN = 97  # written first of the last one, its digits turned round
SLIP_OF_LI_SI = 60  # minutes written first of the last talk: the half of it in the server room was forgotten
Y, P, N = "yes", "partly", "no"
# Story 4: 8 yes and 2 partly, 7 and 3, 7 and 2 and 1 no.
ANSWERS_TO_ZHANG_SAN: Mapping[str, Mapping[int, Answer]] = {
    ZHOU_YU: {1: (Y, Y, Y), 3: (Y, Y, Y), 5: (Y, P, Y)},
    ZHAO_NING: {1: (Y, Y, P), 3: (P, Y, Y), 5: (Y, P, Y), 7: (Y, Y, N)},
    LI_SI: {1: (Y, Y, Y), 3: (P, P, P), 5: (Y, Y, Y)},
}
REMATCHED = date(2026, 5, 15)
# Story 8: nine answers of three, 4, 3.5 and 4.5 of 9.
ANSWERS_TO_WU_ZHENG: Mapping[str, Mapping[int, Answer]] = {
    CHEN_WENBO: {1: (Y, Y, Y), 3: (P, N, P), 5: (N, N, N)},
    LI_SI: {1: (Y, Y, Y), 3: (N, N, P), 5: (N, P, N), 7: (P, N, P)},
    GUO_ZHICHEN: {1: (Y, Y, Y), 3: (N, N, N)},
}
GLAD: Mapping[int, Answer] = {1: (Y, Y, Y), 3: (Y, Y, Y), 5: (Y, Y, Y)}
MINUTES = {ZHOU_YU: (120,) * 14, ZHAO_NING: (120,) * 17, LI_SI: (150,) * 12 + (120,) * 2}
# What the stories tell that was said.
SAID_TO_LI_SI = "机房的验收先跑一遍自查清单，再请客户到场；有异常先截图，再讲原因。"
EXPERIMENT = (
    "把评测集抽50条，自己标一遍，再和同事对",
    "只改一个参数，跑两组，写下差别",
    "挑一个失败样本，追到是哪一步错的",
    "把上周的结论用新数据再试一次",
)
# Whose pairs show an effect: so many days after the beginning of the half-year before the last closed one (0), or of that one (1).
BEGAN: Mapping[str, tuple[int, int]] = {
    XU_SHOUZHENG: (0, 13), XIAO_YING: (0, 15), YU_XINYI: (1, 18), LUO_JIANHUI: (1, 20), ALIKE[0]: (0, 27), ALIKE[1]: (1, 25),
    GUO_ZHICHEN: (0, 20), CHEN_WENBO: (0, 25), LEFT_FIRST: (0, 20), LEFT_THEN: (1, 19),
}  # fmt: skip


@cache
def halves_of(almanac: Almanac) -> tuple[Period, Period]:
    """Return the last two half-years that are closed."""
    last = almanac.closed_halves[-1]
    return last.before, last


@cache
def begins_on(almanac: Almanac) -> Mapping[str, date]:
    """Return the first days of the pairs that show an effect: halves are what effects are made of, so they move by halves."""
    halves = halves_of(almanac)
    return {number: step(halves[half].first_day + timedelta(days=days), 0) for number, (half, days) in BEGAN.items()}


def last_due(today: date) -> date:
    """Return the due day of the last monthly meetings before today."""
    month = today.replace(day=DAY_OF_MONTH)
    due = due_day(month, is_working_day)
    return due if due < today else due_day(months_later(month, -1), is_working_day)


def next_due(today: date) -> date:
    """Return the due day of the monthly meetings that come next, if their reminder lies ahead."""
    months = (today.replace(day=DAY_OF_MONTH), months_later(today.replace(day=DAY_OF_MONTH), 1))
    return next(due for month in months if reminder_day(due := due_day(month, is_working_day)) > today or month == months[-1])


@dataclass(frozen=True)
class Stories:
    """The pairs of the stories on the days of a demo."""

    plan: CompanyPlan
    diary: Diary
    mentors: Sequence[MentorPlan]

    @property
    def last_due(self) -> date:
        """The due day of the last monthly meetings before today."""
        return last_due(self.plan.almanac.anchor)

    def pairs(self) -> list[PairPlan]:
        """Return all of them."""
        found = [*self._of_zhang_san(), *self._of_zeng_rui(), *self._alike(), *self._of_wu_zheng(), *self._others()]
        return [*found, self._of_zhou_yu()]

    def _pair(self, mentor: str, mentee: str, first: date, months: int, framework: str, **more: object) -> PairPlan:
        known: dict[str, object] = {"handed_in": step(first, 1), "approved_on": step(first, 3)} | more
        return PairPlan(mentor=mentor, mentee=mentee, framework=framework, first_day=first, months=months, **known)  # type: ignore[arg-type]

    def _of_zhang_san(self) -> list[PairPlan]:
        at, today = self.plan.almanac.at, self.plan.almanac.anchor
        zhou = self._over(self._pair(ZHANG_SAN, ZHOU_YU, at(date(2025, 12, 1)), 6, "promotion"))
        zhao = self._pair(ZHANG_SAN, ZHAO_NING, at(date(2025, 12, 22)), 8, "promotion")
        zhao = replace(zhao, ended_on=at(date(2026, 7, 31)), ended_why="done")
        approved = step(months_later(step(today, REPORT_NEXT), -6), 0)
        first = at(date(2026, 5, 18))
        li = self._pair(
            ZHANG_SAN, LI_SI, first, 12, "new_graduate", handed_in=step(first, 4), approved_on=approved, draft=step(today, -3),
            why_so=(
                {"code": "skills", "numbers": {"points": 20, "most": 25, "skills": ["customer-communication"], "wanted": 1}},
                {"code": "place", "numbers": {"points": 10, "most": 10, "place": "北京"}},
                {"code": "role", "numbers": {"points": 20, "most": 20, "family": "解决方案工程师", "framework": "", "above": True}},
            ),
        )  # fmt: skip
        tests = tuple(Test(day=at(day), points=points, exam="解决方案技能") for day, points in TESTS_OF_LI_SI)
        made = [self._timed(one) for one in (zhou, zhao, li)]
        made[-1] = replace(made[-1], tests=tests)
        return [replace(one, answers=ANSWERS_TO_ZHANG_SAN[one.mentee]) for one in made]

    def _over(self, one: PairPlan) -> PairPlan:
        return replace(one, ended_on=last_day_of(one.first_day, one.months), ended_why="done")

    def _timed(self, one: PairPlan) -> PairPlan:
        """Spread the meetings whose minutes make ninety-six hours; Li Si's last one is two working days before the last due day."""
        minutes = MINUTES[one.mentee]
        last = step(self.last_due, -2) if one.mentee == LI_SI else step(one.ended_on or self.last_due, -3)
        span, count, free = (last - one.first_day).days - 2, len(minutes) - 1, self.diary.is_free(one)
        days = [one.first_day + timedelta(days=2 + span * n // count) for n in range(count)]
        days = [*(next(day + timedelta(days=k) for k in range(20) if free(day + timedelta(days=k))) for day in days), last]
        talks = [
            Talk(
                day=day,
                hour=15.0 + n % 2,
                minutes=long,
                topics=(n % 3,),
                advice=SAID_TO_LI_SI if day == last and one.mentee == LI_SI else "",
                slip=SLIP_OF_LI_SI if day == last and one.mentee == LI_SI else 0,
            )
            for n, (day, long) in enumerate(zip(days, minutes, strict=True))
        ]
        return replace(one, talks=tuple(talks), tests=self.diary.tests(one, dice("tests", one.mentee), gain=0.09))

    def _of_zeng_rui(self) -> list[PairPlan]:
        """Return six pairs that met every nine days or so and always agreed on the next small experiment; and the one of today."""
        today, begins, people = self.plan.almanac.anchor, begins_on(self.plan.almanac), self.plan.by_number
        firsts = {number: begins[number] for number in (XU_SHOUZHENG, XIAO_YING, YU_XINYI, LUO_JIANHUI)}
        firsts |= {number: step(people[number].first_day, 6) for number in (ZHOU_YUTING, YANG_HUI)}  # new, without a score before
        found = []
        for mentee, first in firsts.items():
            one = self._pair(ZENG_RUI, mentee, first, 6, "algorithm_engineer", answers=GLAD)
            found.append(self._experimenting(one if mentee == YANG_HUI else self._over(one)))
        reasons = (
            {"code": "skills", "numbers": {"points": 22, "most": 25, "skills": ["model-evaluation"], "wanted": 1}},
            {"code": "place", "numbers": {"points": 10, "most": 10, "place": "北京"}},
            {"code": "load", "numbers": {"points": 10, "most": 15, "taken": 1, "capacity": 3}},
        )
        chen = PairPlan(
            mentor=ZENG_RUI, mentee=CHEN_XIAOYU, framework="algorithm_engineer", first_day=today, months=6, handed_in=step(today, -1),
            why_so=reasons,
        )  # fmt: skip
        return [*found, chen]

    def _experimenting(self, one: PairPlan) -> PairPlan:
        first, last = step(one.approved_on or one.first_day, 1), self.diary.last_day(one)
        days = every_so_often(first, last, days=9, free=self.diary.is_free(one))
        coming = [*days[1:], None if one.is_over else _nine_days_on(days[-1], self.plan.almanac.anchor)]
        talks = tuple(
            Talk(
                day=day, hour=16.0, minutes=45, topics=(n % 3,), next_on=following, to_do=EXPERIMENT[n % len(EXPERIMENT)],
                advice="先看上次的小实验结果，再定下一个。",
            )
            for n, (day, following) in enumerate(zip(days, coming, strict=True))
        )  # fmt: skip
        return replace(one, talks=talks, tests=self.diary.tests(one, dice("tests", one.mentee), gain=0.11), report=self._report(one))

    def _alike(self) -> Iterator[PairPlan]:
        """Yield a pair each of two other mentors with the same habit."""
        for mentee in ALIKE:
            area = area_of(self.plan.by_number[mentee].posts[-1].unit)
            mentor = next(one.number for one in self.mentors if area_of(self.plan.by_number[one.number].posts[-1].unit) == area)
            one = self._over(self._pair(mentor, mentee, begins_on(self.plan.almanac)[mentee], 6, "specialist", answers=GLAD))
            rng = dice("talks", mentee)
            talks = tuple(replace(talk, to_do=EXPERIMENT[n % 4]) for n, talk in enumerate(self.diary.talks(one, rng, on_time=1.0)))
            yield replace(one, talks=talks, tests=self.diary.tests(one, rng, gain=0.09))

    def _of_wu_zheng(self) -> list[PairPlan]:
        """Return five pairs: few topics covered, often late, two mentees left within a year, one asked for another mentor."""
        at, people, begins = self.plan.almanac.at, self.plan.by_number, begins_on(self.plan.almanac)
        li = self._pair(WU_ZHENG, LI_SI, step(people[LI_SI].first_day, 8), 12, "new_graduate", source="hand")
        made = [
            replace(li, ended_on=at(REMATCHED), ended_why="rematch"),
            self._left(self._pair(WU_ZHENG, LEFT_FIRST, begins[LEFT_FIRST], 12, "specialist")),
            self._left(self._pair(WU_ZHENG, LEFT_THEN, begins[LEFT_THEN], 6, "new_graduate")),
            self._over(self._pair(WU_ZHENG, CHEN_WENBO, begins[CHEN_WENBO], 7, "first_manager")),
            self._over(self._pair(WU_ZHENG, GUO_ZHICHEN, begins[GUO_ZHICHEN], 6, "specialist")),
        ]
        return [self._loose(replace(one, answers=ANSWERS_TO_WU_ZHENG.get(one.mentee, {}))) for one in made]

    def _left(self, one: PairPlan) -> PairPlan:
        last = self.plan.by_number[one.mentee].last_day
        if last is not None and last < step(one.first_day, 40):
            one = self._pair(one.mentor, one.mentee, step(last, -60), one.months, one.framework)
        return replace(one, ended_on=last, ended_why="mentee_left")

    def _loose(self, one: PairPlan) -> PairPlan:
        """Let the meetings be few in time, and cover little: see COVERED and IN_TIME."""
        until, free, talks = self.diary.last_day(one), self.diary.is_free(one), list[Talk]()
        for n, (_, due) in enumerate(self.diary.due(one, "meeting")):
            is_late = LATE[one.mentee][n % len(LATE[one.mentee])]
            day = step(due, 3 if is_late else -1)
            if day <= until and (is_late or free(day)):
                topics = (n,) if n < COVERED[one.mentee] else ()
                talks.append(Talk(day=day, hour=17.5, minutes=30, topics=topics, advice="先把手上的活干完，有问题随时找我。"))
        return replace(one, talks=tuple(talks), tests=self.diary.tests(one, dice("tests", one.mentee), gain=0.01))

    def _others(self) -> list[PairPlan]:
        almanac, people = self.plan.almanac, self.plan.by_number
        today = almanac.anchor
        ding = self._pair(YE_QING, DING_YI, step(people[DING_YI].first_day, 6), 6, "new_graduate")
        ding = replace(ding, talks=self.diary.talks(ding, dice("talks", DING_YI), on_time=1.0)[:-1])
        ding = replace(ding, tests=self.diary.tests(ding, dice("tests", DING_YI), gain=0.07))
        moved = people[SUN_RAN].posts[-1].first_day
        sun = self._pair(GU_QING, SUN_RAN, moved, 12, "transferred", answers=GLAD)
        sun = replace(sun, talks=self.diary.talks(sun, dice("talks", SUN_RAN), on_time=1.0), report=self._report(sun))
        tests = self.diary.tests(sun, dice("tests", SUN_RAN), gain=0.1)
        sun = replace(
            sun,
            tests=tuple(
                replace(one, points=points, exam="产品技能", slip=SLIP_OF_SUN_RAN if points == TESTS_OF_SUN_RAN[-1] else 0)
                for one, points in zip(tests, TESTS_OF_SUN_RAN, strict=False)
            ),
        )
        came = people[XIONG_WANGSHU].posts[-1].first_day
        xiong = PairPlan(
            mentor=GU_QING, mentee=XIONG_WANGSHU, framework="transferred", first_day=max(came, step(today, -4)), months=6,
            handed_in=step(today, -1), source="request",
        )  # fmt: skip
        days = {HANDED_OVER[0]: date(2026, 6, 15), HANDED_OVER[1]: date(2026, 8, 3)}
        songs = [self._usual(self._pair(SONG_YAN, number, almanac.at(day), 6, "specialist")) for number, day in days.items()]
        return [ding, sun, xiong, *songs]

    def _report(self, one: PairPlan) -> date | None:
        due = [due for _, due in self.diary.due(one, "report") if due < self.plan.almanac.anchor]
        return step(due[0], -2) if due else None

    def _usual(self, one: PairPlan) -> PairPlan:
        rng = dice("talks", one.mentee)
        return replace(one, talks=self.diary.talks(one, rng, on_time=1.0), tests=self.diary.tests(one, rng, gain=0.07))

    def _of_zhou_yu(self) -> PairPlan:
        """Return the pair that Zhou Yu had before anybody kept count: imported, verified by He Jia (story 5)."""
        first = step(self.plan.by_number[LI_XIULAN].first_day, 8)
        return PairPlan(
            mentor=ZHOU_YU, mentee=LI_XIULAN, framework="new_graduate", first_day=first, months=4, source="import",
            ended_on=last_day_of(first, 4), ended_why="done", hours=14,
        )  # fmt: skip


# Wu Zheng: how many core topics each mentee heard of, and which meetings came late.
COVERED = {LI_SI: 2, LEFT_FIRST: 1, LEFT_THEN: 1, CHEN_WENBO: 1, GUO_ZHICHEN: 1}
LATE = {
    LI_SI: (False, True, True), LEFT_FIRST: (False, True), LEFT_THEN: (True, False), CHEN_WENBO: (False, True), GUO_ZHICHEN: (True, False),
}  # fmt: skip


def _nine_days_on(day: date, today: date) -> date:
    found = day + timedelta(days=9)
    return step(max(found, today + timedelta(days=1)), 0)
