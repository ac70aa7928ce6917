"""Which skill tests are the same test: of exams by their code, of tests recorded by hand by their name, however it was typed."""

import unicodedata

SKILL_TEST = "skill_test"  # what a test is kept as that was given no name of its own, whatever language it was recorded in
_ITS_WORDS = {"skilltest", "技能测试"}
LONGEST = 40


def key_of_test(name: str) -> str:
    """Return what makes two names the same: without case, spaces and width of letters; the plain skill test in any language is one."""
    folded = "".join(unicodedata.normalize("NFKC", name).casefold().split())
    return SKILL_TEST if folded in _ITS_WORDS or folded == SKILL_TEST else folded


def kept_name(name: str) -> str:
    """Return a typed name as it is kept: trimmed; the plain skill test as its code."""
    return SKILL_TEST if key_of_test(name) == SKILL_TEST else " ".join(name.split())[:LONGEST]
