"""What things may be about: the skills of the catalogue, and topics that are no skill."""

from bole.growth.models import Skill
from bole.growth.rules.topics import OWN_TOPICS


def topic_names() -> dict[str, tuple[str, str]]:
    """Return every topic: code → Chinese, English (one query)."""
    skills = Skill.objects.order_by("group", "code").values_list("code", "name_zh", "name_en")
    return {**OWN_TOPICS, **{code: (zh, en) for code, zh, en in skills}}


def topics_to_choose() -> dict[str, tuple[str, str]]:
    """Return the topics that HR chooses from: own ones, and offered skills that were written here (one query)."""
    skills = Skill.objects.filter(is_offered=True, source="").order_by("group", "code").values_list("code", "name_zh", "name_en")
    return {**OWN_TOPICS, **{code: (zh, en) for code, zh, en in skills}}
