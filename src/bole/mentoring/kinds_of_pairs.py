"""What people are told about duties and about the life of a pair. The words are those of the product's list of words."""

from django.utils.translation import gettext_lazy as _

from bole.mentoring.words import DUTIES, HALVES
from bole.notices.kinds import InPlace, offer_kind

DUTY = {"duty": DUTIES}
# Where a duty is done follows its own address; of what a mentor owes, the report alone is somebody else's to write.
DO = "do/"
RECORDS = [
    InPlace(_("Record a talk"), DO, when={"duty": {"meeting"}}),
    InPlace(_("Record a skill test"), DO, when={"duty": {"test"}}),
]


def offer_kinds() -> None:
    """Offer the kinds."""
    _reminders()
    _warnings()
    _life()
    _corrected()
    _thanks()
    _for_hr()


def _reminders() -> None:
    due = _("Your mentoring talk with {name} is due in {n} days. Please set a time.")
    set_a_time, record = InPlace(_("Set a time")), InPlace(_("Record a talk"), DO)
    offer_kind("mentoring.remind_due", due, icon="calendar-clock", group="reminder", does=[set_a_time, record])
    week = _("Your mentoring talk is next week. Please prepare")
    offer_kind("mentoring.remind_next_week", week, icon="calendar-clock", group="reminder")
    test = _("Your quarterly skill test starts in {n} days: {q} questions, about {m} minutes.")
    offer_kind("mentoring.remind_test", test, icon="list-checks", group="reminder")
    offer_kind("mentoring.remind_test_plain", _("Your quarterly skill test is due in {n} days."), icon="list-checks", group="reminder")
    of = _("{name}'s quarterly skill test is due in {n} days.")
    offer_kind("mentoring.remind_test_of", of, icon="list-checks", group="reminder", does=[InPlace(_("Record a skill test"), DO)])
    plan = _("Your mentoring plan for {mentee} is due in {n} days. A first version will do.")
    offer_kind("mentoring.remind_plan", plan, icon="file-text", group="reminder")
    report = _("Your half-year report is due in {n} days. A draft will do for now.")
    write = InPlace(_("Write the report"), DO)
    offer_kind("mentoring.remind_report", report, icon="file-text", group="reminder", does=[write])
    offer_kind("mentoring.remind_report_of", _("{name}'s half-year report is due in {n} days."), icon="file-text", group="reminder")
    offer_kind("mentoring.set_for", _("{name} has set your {duty} for {date}."), icon="calendar-check", group="reminder", words=DUTY)
    half = _("{name} has set your {duty} for {date}, {half}.")
    offer_kind("mentoring.set_for_half", half, icon="calendar-check", group="reminder", words=DUTY | {"half": HALVES})
    nudge = _("{name} asks about your {duty} with {mentee}, which was due on {date}. Setting a new time is enough.")
    offer_kind("mentoring.nudge", nudge, icon="hand", group="reminder", words=DUTY, does=RECORDS)


def _warnings() -> None:
    manager = _("{mentor} of your team has not done the {duty} with {mentee}, due on {date}.")
    moved = _("{mentor} of your team has not done the {duty} with {mentee}, due on {date}. A new day is set: {set_for}.")
    ask = InPlace(_("Send a nudge"), "nudge/", is_change=True)
    offer_kind("mentoring.overdue_manager", manager, icon="calendar-clock", group="alert", words=DUTY, does=[ask])
    offer_kind("mentoring.overdue_manager_moved", moved, icon="calendar-clock", group="alert", words=DUTY)
    plan = _("{mentor} of your team has not handed in the mentoring plan for {mentee}, due on {date}.")
    offer_kind("mentoring.overdue_plan_manager", plan, icon="calendar-clock", group="alert")
    late = _("Your mentoring plan for {mentee} was due on {date}. A first version will do; {manager} has had the same note.")
    offer_kind("mentoring.overdue_plan", late, icon="calendar-clock", group="reminder")
    alone = _("Your mentoring plan for {mentee} was due on {date}. A first version will do.")
    offer_kind("mentoring.overdue_plan_alone", alone, icon="calendar-clock", group="reminder")
    mentor = _("Your {duty} with {mentee} was due on {date}. Just set a new time; {manager} has had the same note.")
    again = _("Your {duty} with {mentee} was due on {date}. A new day is set: {set_for}; {manager} has had the same note.")
    offer_kind("mentoring.overdue_mentor", mentor, icon="calendar-clock", group="reminder", words=DUTY, does=RECORDS)
    offer_kind("mentoring.overdue_mentor_moved", again, icon="calendar-clock", group="reminder", words=DUTY, does=RECORDS)
    alone = _("Your {duty} with {mentee} was due on {date}. Just set a new time.")
    offer_kind("mentoring.overdue_mentor_alone", alone, icon="calendar-clock", group="reminder", words=DUTY, does=RECORDS)


def _life() -> None:
    note = _("HR has changed your pair with {mentee}; it ends on {date}. Thank you for these {n} months.")
    offer_kind("mentoring.changed_mentor", note, icon="users")
    offer_kind("mentoring.changed_mentee", _("Your pair with {mentor} ends on {date}. What you covered stays in your plan."), icon="users")
    offer_kind("mentoring.done", _("Your programme with {name} is complete. Thank you for these {n} months."), icon="award")
    mentor_left = _("{name} leaves, so your pair ends on {date}. HR is looking for another mentor for you.")
    offer_kind("mentoring.mentor_leaves", mentor_left, icon="users")
    offer_kind("mentoring.mentee_leaves", _("{name} leaves, so your pair ends on {date}. Thank you for these {n} months."), icon="users")
    own = _("Your pair with {name} ends on {date}. Thank you for these {n} months.")
    offer_kind("mentoring.own_leaving", own, icon="users")
    moved = _("You and {name} are in one reporting line by now. HR is looking for another mentor; until then all stays as it is.")
    offer_kind("mentoring.in_line", moved, icon="users")
    stops = _("{name} stops mentoring. HR is looking for another mentor for you; until then all stays as it is.")
    offer_kind("mentoring.mentor_stops", stops, icon="users")
    over = _("Your role as a mentor is over, as you asked. Thank you: {n} mentees, {hours} hours. You can apply again at any time")
    offer_kind("mentoring.role_over", over, icon="award")
    offer_kind(
        "mentoring.next_mentor", _("{name} is your mentor from {date} on. Nothing is lost: topics and open points go along."), icon="users"
    )
    taken = _("You mentor {name} from {date} on. Topics covered so far and open points are in the plan.")
    offer_kind("mentoring.next_mentee", taken, icon="users")
    waits = _("You are number {n} on the waiting list for another mentor; what you want to learn is kept. You can also ask somebody now")
    offer_kind("mentoring.waits_again", waits, icon="list-ordered")
    offer_kind("mentoring.paused", _("Your pair with {name} rests from {date}. Nothing is due until it goes on."), icon="pause")
    offer_kind("mentoring.resumed", _("Your pair with {name} goes on from {date}. The programme ends on {last}."), icon="play")
    offer_kind("mentoring.answered", _("HR has answered your request. Please have a look"), icon="message-circle")


def _corrected() -> None:
    moved = _("{name} has corrected the day of your talk: it took place on {date}, not on {before}.")
    offer_kind("mentoring.meeting_moved", moved, icon="calendar-check")
    offer_kind("mentoring.test_corrected", _("{name} has corrected one of your skill tests. Please have a look"), icon="list-checks")


def _thanks() -> None:
    offer_kind("mentoring.message", _("{name} sent you a message"), icon="message-circle")
    offer_kind("mentoring.thanked", _("{name} says thank you"), icon="heart")
    offer_kind("mentoring.teachers_day", _("It is Teachers' Day. Say thank you to {mentor}?"), icon="heart")


def _for_hr() -> None:
    offer_kind(
        "mentoring.asked_help", _("{name} would like help with mentoring. An answer is due by {date}."), icon="life-buoy", group="approval"
    )
    rematch = _("{name} would like another mentor. A proposal is due by {date}.")
    offer_kind("mentoring.asked_rematch", rematch, icon="repeat", group="approval")
    leaves = _("{mentor} leaves on {last}: {mentee} needs another mentor by {date}.")
    offer_kind("mentoring.mentor_to_replace", leaves, icon="repeat", group="approval")
    stops = _("{mentor} stops mentoring: {mentee} needs another mentor by {date}. Until then the pair goes on.")
    offer_kind("mentoring.stepped_down_to_replace", stops, icon="repeat", group="approval")
    offer_kind("mentoring.steps_down", _("{name} stops mentoring; the pairs that run go on to their end."), icon="users")
    hands_over = _("{name} stops mentoring and asks for another mentor for each mentee.")
    offer_kind("mentoring.steps_down_hands_over", hands_over, icon="users")
    offer_kind("mentoring.stays_mentor", _("{name} stays a mentor after all."), icon="users")
    line = _("{mentor} and {mentee} are in one reporting line from {last} on: {mentee} needs another mentor by {date}.")
    offer_kind("mentoring.line_to_resolve", line, icon="repeat", group="approval")
    again = _("{mentee}'s pair with {mentor} ended on {date}: {mentee} is number {n} on the waiting list and needs another mentor.")
    offer_kind("mentoring.mentee_waits_again", again, icon="repeat", group="approval")
    offer_kind("mentoring.seat_free", _("{mentor} can take somebody again. First on the waiting list: {name}."), icon="user-plus")
    taken = _("{mentor} has a free seat: {name}, number {n} on the waiting list, was suggested. {mentor} answers.")
    offer_kind("mentoring.seat_taken_up", taken, icon="user-plus")
