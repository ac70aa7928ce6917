"""Measures of what people hand in themselves. A customer's feedback that somebody hands in is `satisfaction`, as if a tool had sent it."""

from bole.work.rules.measure import Measure, Words

_OWN = Words("who handed it in", "提交人")

RESULTS = (
    Measure(
        code="project_reports",
        name=Words("Project reports", "项目报告数"),
        event=Words("Somebody hands in a project report", "本人提交一份项目报告"),
        formula="1 a report that was neither returned nor taken back, on the day it is handed in",
        source="Bole; self-reported",
        credited=_OWN,
    ),
    Measure(
        code="skill_scores",
        name=Words("Skill-test scores", "技能测试成绩"),
        event=Words("Somebody hands in the mark of a skill test", "本人提交一次技能测试成绩"),
        formula="the mark on a scale to 100, on the day it is handed in; a period shows the mean",
        source="Bole; self-reported",
        unit="hundredths",
        fold="mean",
        most=10_000,
        credited=_OWN,
    ),
)
