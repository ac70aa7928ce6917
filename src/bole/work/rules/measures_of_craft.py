"""Measures from code repositories and project tools."""

from bole.work.rules.measure import Measure, Words

_AUTHOR = Words("the author", "作者")
_OWNER = Words("the assignee", "负责人")
_SPACE = "Forsgren et al., The SPACE of Developer Productivity, ACM Queue 19(1), 2021"
_ISO_9000 = "ISO 9000:2015"

CODE = (
    Measure(
        code="changes_merged",
        name=Words("Changes merged", "合入变更数"),
        event=Words("A pull request is merged", "合并请求被合入"),
        formula="1 a merged pull request, on the day it is merged",
        source=f"Bole; an activity in the sense of {_SPACE}",
        credited=_AUTHOR,
    ),
    Measure(
        code="changes_reusing",
        name=Words("Changes that reuse components", "复用组件的变更数"),
        event=Words("A pull request labelled reuse or 复用 is merged", "带有“reuse”或“复用”标签的合并请求被合入"),
        formula="1 a merged pull request so labelled, on the day it is merged",
        source="Bole; reusability as in ISO/IEC 25010",
        credited=_AUTHOR,
    ),
    Measure(
        code="defects_found",
        name=Words("Defects found", "发现的缺陷数"),
        event=Words("A defect is reported and not dropped", "登记了一个缺陷，且没有作废"),
        formula="1 a defect, on the day it is opened",
        source=f"{_ISO_9000}, 3.6.10 (defect)",
        credited=_OWNER,
    ),
    Measure(
        code="reviews_given",
        name=Words("Reviews given", "评审次数"),
        event=Words("Somebody else's pull request is reviewed", "评审了他人的合并请求"),
        credited=Words("the reviewer", "评审人"),
        formula="1 a submitted review, on the day it is submitted",
        source=f"Bole; communication and collaboration in the sense of {_SPACE}",
    ),
    Measure(
        code="commits",
        name=Words("Commits pushed", "提交次数"),
        event=Words("Commits are pushed to a branch for the first time", "提交首次推送到分支"),
        credited=Words("who pushed", "推送人"),
        formula="n a push with n commits that are new to the repository, on the day of the push",
        source=f"{_SPACE}: activity is never used in isolation",
        is_alone_forbidden=True,
    ),
)

PROJECT = (
    Measure(
        code="tasks_due",
        name=Words("Tasks due", "应完成任务数"),
        event=Words("A task falls due or is done, whichever comes first", "任务到期或完成，以先到者为准"),
        formula="1 a task that is not dropped, on min(due day, closing day)",
        source="Bole",
        credited=_OWNER,
    ),
    Measure(
        code="tasks_on_time",
        name=Words("Tasks done on time", "按时完成任务数"),
        event=Words("A task is closed on or before its due day, or has no due day", "任务在到期日当天或之前完成，或者没有到期日"),
        formula="1 a task so closed, on its closing day",
        source="Bole",
        credited=_OWNER,
    ),
    Measure(
        code="delays",
        name=Words("Delays", "延期次数"),
        event=Words("A due day is moved later, or planned work is closed after its due day", "到期日被推后，或在到期日之后才完成"),
        formula="1 a postponement, on its day, + 1 if closed after the due day, on the closing day",
        source="Bole",
        credited=_OWNER,
    ),
    Measure(
        code="tasks_done",
        name=Words("Tasks done", "完成任务数"),
        event=Words("A task is closed", "任务完成"),
        formula="1 a closed task, on its closing day",
        source="Bole",
        credited=_OWNER,
    ),
    Measure(
        code="reworks",
        name=Words("Reworks", "返工次数"),
        event=Words("An item of kind rework is opened and not dropped", "登记了一项返工，且没有作废"),
        formula="1 a rework, on the day it is opened",
        source=f"{_ISO_9000}, 3.12.8 (rework)",
        credited=_OWNER,
    ),
    Measure(
        code="acceptances",
        name=Words("Acceptances", "验收次数"),
        event=Words("A delivery is accepted", "交付通过验收"),
        formula="1 a closed delivery, on its closing day",
        source="Bole",
        credited=_OWNER,
    ),
    Measure(
        code="first_passes",
        name=Words("Acceptances at the first go", "一次验收通过数"),
        event=Words("A delivery is accepted that never was sent back", "交付未被退回，一次通过验收"),
        formula="1 a closed delivery without the mark “reopened”, on its closing day",
        source="ISO 22400-2:2014, first pass yield, with deliveries in place of parts",
        credited=_OWNER,
    ),
)
