"""Measures of what mentors give and what comes of it; the product records them itself."""

from bole.work.rules.measure import Measure, Words

_MENTOR = Words("the mentor", "导师")

MENTORING = (
    Measure(
        code="mentoring_time",
        name=Words("Mentoring time", "带教时长"),
        event=Words("A mentor and a mentee meet", "导师与学员完成一次沟通"),
        formula="the length of the talk, on its day; a talk with a group counts once",
        source="Bole; mentoring is work",
        unit="seconds",
        credited=_MENTOR,
    ),
    Measure(
        code="mentees_completed",
        name=Words("Mentees who completed a programme", "完成辅导的学员数"),
        event=Words("A programme is over as planned", "辅导项目按计划结束"),
        formula="1 a mentee, on the last day of the programme",
        source="Bole",
        credited=_MENTOR,
    ),
    Measure(
        code="mentees_promoted",
        name=Words("Mentees promoted", "晋升的学员数"),
        event=Words("A mentee is promoted during the programme or within twelve months after", "学员在辅导期间或结束后12个月内晋升"),
        formula="1 a promotion, on its day",
        source="Bole",
        credited=_MENTOR,
    ),
    Measure(
        code="mentor_score",
        name=Words("Mentor score", "带教综合评分"),
        event=Words("The scores of mentors are computed on their day of the month", "每月固定日期计算导师综合评分"),
        formula="growth + survey on a scale to 100, one fact a month; a period shows the mean",
        source="Bole; see effect.md",
        unit="hundredths",
        fold="mean",
        most=10_000,
        credited=_MENTOR,
    ),
)
