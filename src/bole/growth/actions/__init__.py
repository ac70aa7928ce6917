"""Changes of skills, courses, exams and certificates."""

from bole.growth.actions.banks import drop_question, save_exam, save_question
from bole.growth.actions.behaviour import (
    erase_all_behaviour,
    erase_behaviour,
    erase_old_behaviour,
    forget_old_behaviour,
    note_behaviour,
    note_search,
    open_course,
    record_behaviour,
    switch_recommendations_off,
    switch_recommendations_on,
)
from bole.growth.actions.certificates import grant_certificate, revoke_certificate
from bole.growth.actions.courses import enrol, finish_course, finish_step, save_course, save_step
from bole.growth.actions.exams import answer_question, begin_attempt, end_attempt, end_overdue, send_attempt, take_exam
from bole.growth.actions.joining import (
    call_off_training,
    leave_seat,
    save_newcomer_step,
    save_training,
    take_newcomer_list,
    take_seat,
    tick_newcomer_step,
    untick_newcomer_step,
)
from bole.growth.actions.library import (
    Written,
    add_item_file,
    drop_item_file,
    finish_item,
    open_item,
    publish_item,
    record_readings,
    save_item,
    withdraw_item,
)
from bole.growth.actions.presets import MENTORING_SKILLS, take_presets
from bole.growth.actions.recommending import recommend_again, show_as_before, show_less
from bole.growth.actions.recommending_all import recommend_at_once, recommend_by_night
from bole.growth.actions.skills import record_skill, save_skill

__all__ = [
    "MENTORING_SKILLS",
    "Written",
    "add_item_file",
    "answer_question",
    "begin_attempt",
    "call_off_training",
    "drop_item_file",
    "drop_question",
    "end_attempt",
    "end_overdue",
    "enrol",
    "erase_all_behaviour",
    "erase_behaviour",
    "erase_old_behaviour",
    "finish_course",
    "finish_item",
    "finish_step",
    "forget_old_behaviour",
    "grant_certificate",
    "leave_seat",
    "note_behaviour",
    "note_search",
    "open_course",
    "open_item",
    "publish_item",
    "recommend_again",
    "recommend_at_once",
    "recommend_by_night",
    "record_behaviour",
    "record_readings",
    "record_skill",
    "revoke_certificate",
    "save_course",
    "save_exam",
    "save_item",
    "save_newcomer_step",
    "save_question",
    "save_skill",
    "save_step",
    "save_training",
    "send_attempt",
    "show_as_before",
    "show_less",
    "switch_recommendations_off",
    "switch_recommendations_on",
    "take_exam",
    "take_newcomer_list",
    "take_presets",
    "take_seat",
    "tick_newcomer_step",
    "untick_newcomer_step",
    "withdraw_item",
]
