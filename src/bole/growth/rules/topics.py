"""What an item of the library is about and for whom: skills of the catalogue are topics, and a few that are no skill."""

from collections.abc import Mapping

# Topics beside the skills of the catalogue: code → Chinese, English.
OWN_TOPICS: Mapping[str, tuple[str, str]] = {
    "onboarding": ("新人融入", "Settling in"),
    "feedback-talks": ("反馈与沟通", "Feedback and talks"),
    "response-time": ("响应与时效", "Time to respond"),
    "career": ("职业发展", "Career"),
    "small-experiments": ("每周一个小实验", "A small experiment a week"),
}
# Where in a mentoring an item helps; an item with a stage belongs to the mentor's library.
STAGES = ("begin", "middle", "end")
MONTHS_OF_BEGINNING = 1


def stage_of(*, month: int, months: int) -> str:
    """Return the stage of a mentoring in its month (from 1): the first month, the last one, and between them the middle."""
    if month <= MONTHS_OF_BEGINNING:
        return "begin"
    return "end" if month >= months else "middle"
