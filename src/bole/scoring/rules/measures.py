"""The measures that Bole's connectors bring, and where each comes from. `docs/domain/measures.md` defines them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Source = Literal["code", "tasks", "tickets", "customers", "colleagues", "production", "ideas", "sales", "mentoring", "results", "other"]


@dataclass(frozen=True, slots=True)
class Measure:
    """What facts count. `is_judged`: a person's rating, not a count of what happened."""

    code: str
    zh: str
    en: str
    source: Source
    is_judged: bool = False


_ALL = (
    Measure("changes_merged", "合并的代码变更", "Changes merged", "code"),
    Measure("changes_reusing", "复用公共组件的变更", "Changes that reuse shared components", "code"),
    Measure("reviews_given", "完成的代码评审", "Reviews given", "code"),
    Measure("commits", "代码提交", "Commits", "code"),
    Measure("defects_found", "缺陷", "Defects found", "tasks"),
    Measure("tasks_due", "到期或完成的任务", "Tasks due or done", "tasks"),
    Measure("tasks_on_time", "按时完成的任务", "Tasks done on time", "tasks"),
    Measure("tasks_done", "完成的任务", "Tasks done", "tasks"),
    Measure("delays", "延期", "Delays", "tasks"),
    Measure("reworks", "返工", "Reworks", "tasks"),
    Measure("acceptances", "验收", "Acceptances", "tasks"),
    Measure("first_passes", "一次通过的验收", "Acceptances passed at once", "tasks"),
    Measure("responses", "首次响应用时", "Time to first response", "tickets"),
    Measure("responses_in_time", "按时首次响应", "First responses in time", "tickets"),
    Measure("resolutions", "解决用时", "Time to resolve", "tickets"),
    Measure("tickets_solved", "解决的工单", "Tickets solved", "tickets"),
    Measure("satisfaction", "客户满意度评分", "Customers' ratings", "customers", is_judged=True),
    Measure("peer_rating", "同事互评分数", "Colleagues' ratings", "colleagues", is_judged=True),
    Measure("output_units", "产出件数", "Units made", "production"),
    Measure("good_units", "合格件数", "Good units", "production"),
    Measure("proposals_accepted", "采纳的创新提案", "Proposals accepted", "ideas"),
    Measure("innovations", "技术创新成果", "Technical innovations", "ideas"),
    Measure("revenue", "销售额", "Revenue", "sales"),
    Measure("renewals_due", "到期的续约", "Renewals due", "sales"),
    Measure("renewals_kept", "成功的续约", "Renewals kept", "sales"),
    Measure("mentoring_time", "带教时长", "Mentoring time", "mentoring"),
    Measure("mentees_completed", "完成辅导的学员", "Mentees who completed a programme", "mentoring"),
    Measure("mentees_promoted", "晋升的学员", "Mentees promoted", "mentoring"),
    Measure("mentor_score", "带教综合评分", "Mentor score", "mentoring", is_judged=True),
    Measure("project_reports", "项目报告", "Project reports", "results"),
    Measure("skill_scores", "技能测试成绩", "Skill-test scores", "results"),
    Measure("new_markets", "新开拓的市场", "New markets opened", "sales"),
)
MEASURES: Mapping[str, Measure] = {measure.code: measure for measure in _ALL}


def measure_of(code: str) -> Measure:
    """Return the measure; one that only the API knows is an uncounted source of its own."""
    return MEASURES.get(code) or Measure(code, code, code, "other")
