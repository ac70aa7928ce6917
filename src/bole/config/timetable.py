"""The only timetable."""

from datetime import timedelta

from bole.audit.jobs import anchor_record
from bole.growth.actions import end_overdue, forget_old_behaviour, recommend_by_night
from bole.growth.jobs import tell_groups_of_what_is_new
from bole.kit.jobs import sweep
from bole.kit.worker import Job, timetable
from bole.mentoring.actions.hours import propose_for_last_month
from bole.mentoring.actions.roles import settle_mentor_roles
from bole.mentoring.actions.screening import screen_everybody
from bole.mentoring.jobs import ask_and_record, count_what_came_of_it, keep_pairs, tell_of_duties
from bole.notices.jobs import send_notices, sweep_messages
from bole.reviews.actions.peers import close_due_peer_rounds
from bole.scoring.actions.closing import close_what_is_over
from bole.scoring.jobs import drop_old_parts, score_everybody
from bole.signals.jobs import diagnose_missed_targets, look_for_changes, look_for_signs
from bole.surveys.jobs import close_and_publish
from bole.vault.files import sweep_files

DAY = timedelta(days=1)


def set_timetable() -> None:
    """Tell the worker what is done by the clock."""
    timetable(
        Job("score everybody", timedelta(hours=1), score_everybody),
        Job("close what is over", timedelta(hours=1), close_what_is_over),
        Job("look for changes", timedelta(minutes=15), look_for_changes),
        Job("mentoring duties", timedelta(minutes=15), tell_of_duties),
        Job("mentoring pairs", timedelta(hours=1), keep_pairs),
        Job("mentoring effect", timedelta(hours=1), count_what_came_of_it),
        Job("mentoring surveys and records", timedelta(hours=6), ask_and_record),
        Job("hours of mentors", timedelta(hours=6), propose_for_last_month),
        Job("drop old parts", DAY, drop_old_parts),
        Job("diagnose missed targets", DAY, diagnose_missed_targets),
        Job("look for signs", DAY, look_for_signs),
        Job("close peer ratings", timedelta(hours=1), close_due_peer_rounds),
        Job("close and publish surveys", timedelta(hours=1), close_and_publish),
        Job("mark exams out of time", timedelta(minutes=5), end_overdue),
        Job("recommend", DAY, recommend_by_night),
        Job("erase old behaviour", DAY, forget_old_behaviour),
        Job("screen for mentors", DAY, screen_everybody),
        Job("end mentor roles", timedelta(hours=1), settle_mentor_roles),
        Job("send notices", timedelta(minutes=1), send_notices),
        Job("tell groups", DAY, tell_groups_of_what_is_new),
        Job("anchor the record", timedelta(minutes=5), anchor_record),
        Job("sweep", DAY, sweep),
        Job("sweep files", DAY, sweep_files),
        Job("sweep messages", DAY, sweep_messages),
    )
