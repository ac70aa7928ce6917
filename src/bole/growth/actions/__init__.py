"""Changes of skills, courses, exams and certificates."""

from bole.growth.actions.banks import drop_question, save_exam, save_question
from bole.growth.actions.behaviour import (
    erase_all_behaviour,
    erase_behaviour,
    erase_old_behaviour,
    forget_old_behaviour,
    note_behaviour,
    switch_recommendations_off,
    switch_recommendations_on,
)
from bole.growth.actions.certificates import grant_certificate, revoke_certificate
from bole.growth.actions.courses import enrol, finish_course, finish_step, save_course, save_step
from bole.growth.actions.exams import answer_question, begin_attempt, end_attempt, end_overdue, send_attempt, take_exam
from bole.growth.actions.presets import MENTORING_SKILLS, take_presets
from bole.growth.actions.skills import record_skill, save_skill

__all__ = [
    "MENTORING_SKILLS",
    "answer_question",
    "begin_attempt",
    "drop_question",
    "end_attempt",
    "end_overdue",
    "enrol",
    "erase_all_behaviour",
    "erase_behaviour",
    "erase_old_behaviour",
    "finish_course",
    "finish_step",
    "forget_old_behaviour",
    "grant_certificate",
    "note_behaviour",
    "record_skill",
    "revoke_certificate",
    "save_course",
    "save_exam",
    "save_question",
    "save_skill",
    "save_step",
    "send_attempt",
    "switch_recommendations_off",
    "switch_recommendations_on",
    "take_exam",
    "take_presets",
]
