"""How mentoring says no. Whatever was written stays in the form."""

from bole.mentoring.refusals_effect import HelpFirst as HelpFirst
from bole.mentoring.refusals_effect import NotLowEnough as NotLowEnough
from bole.values.refusal import Invalid, Refused, Stale, say

# --- pairs


class SelfMentoring(Invalid):
    """Nobody mentors themselves."""

    code = "self_mentoring"
    sentence = say("Nobody can be their own mentor. Choose somebody else.")


class InReportingLine(Invalid):
    """The mentor leads the mentee, over any number of steps."""

    code = "in_reporting_line"
    sentence = say("{mentor} is in {mentee}'s reporting line and cannot be the mentor.")


class LeadsTheMentor(Invalid):
    """The mentee leads the mentor, over any number of steps."""

    code = "leads_the_mentor"
    sentence = say("{mentor} reports to {mentee}, over some steps, and cannot be the mentor.")


class MentorFull(Invalid):
    """The mentor has as many mentees as may be."""

    code = "mentor_full"
    sentence = say("{mentor} has {n} mentees, the most allowed. Join the waiting list or choose another.")


class NotAMentor(Invalid):
    """The person is no mentor on that day."""

    code = "not_a_mentor"
    sentence = say("{name} is not a mentor on that day.")


class MentorClosed(Invalid):
    """The mentor takes nobody new at present."""

    code = "mentor_closed"
    sentence = say("{mentor} takes no new mentees at present. Choose another mentor.")


class HasMentor(Invalid):
    """The mentee has a mentor in that time."""

    code = "has_mentor"
    sentence = say("{mentee} has a mentor from {first} to {last}. One programme at a time: end that one first, or begin after it.")


class NotHereThen(Invalid):
    """Somebody does not work here on the first day."""

    code = "not_here_then"
    sentence = say("{name} does not work here on {day}.")


class OutsidePeople(Invalid):
    """Mentoring is for people under a contract with the group."""

    code = "outside_people"
    sentence = say("{name} works for another company and takes no part in mentoring.")


class WrongMonths(Invalid):
    """A programme lasts from one month to two years."""

    code = "wrong_months"
    sentence = say("A programme lasts from {least} to {most} months.")


class NoSuchFramework(Invalid):
    """There is no such framework, or it is switched off."""

    code = "no_such_framework"
    sentence = say("This framework is not offered. Choose another one.")


class CannotOffer(Invalid):
    """A framework lacks something, or has too much of it."""

    code = "cannot_offer"
    sentence = say("This framework cannot be offered yet: names and goal in both languages, 1 to 20 topics, at least one of them core.")
    hint = say("A name has 60 characters at most, a goal 300; a programme lasts 1 to 24 months and meets at least once.")


class PairOver(Refused):
    """The pair is over; what was written stays with who wrote it."""

    code = "pair_over"
    status = 409
    sentence = say("Not sent: your pair with {name} ended on {date}. The text is still here; copy or delete it.")


# --- admission


class RulesWrong(Invalid):
    """A rule set needs a name in both languages."""

    code = "rules_need_names"
    sentence = say("Give the rule set a name in Chinese and in English.")


class NoRulesInForce(Refused):
    """Nobody can be screened without rules."""

    code = "no_rules_in_force"
    status = 409
    sentence = say("No rule set is in force yet. HR sets one, then you can apply.")


class RulesChanged(Stale):
    """Somebody made another version meanwhile."""

    code = "rules_changed"
    sentence = say("{name} changed this rule set meanwhile. Look at version {number}, and save again if you still want to.")


class AppliedAlready(Refused):
    """One application at a time."""

    code = "applied_already"
    status = 409
    sentence = say("Your application is with HR already.")


class TooEarly(Refused):
    """After a return there is a day from which one may apply again."""

    code = "too_early"
    status = 409
    sentence = say("You can apply again from {day}.")


class MentorAlready(Refused):
    """A mentor is one already."""

    code = "mentor_already"
    status = 409
    sentence = say("{name} is a mentor already.")


class NeedsWords(Invalid):
    """Whoever does not meet all says why an exception would be right."""

    code = "needs_words"
    sentence = say("Not every requirement is met. Say in a sentence why HR should make an exception.")


class NotMet(Refused):
    """Admission without every requirement is a waiver, with a reason and an end."""

    code = "not_met"
    status = 409
    sentence = say("Not every requirement is met. Admit as an exception, with a reason and an end, or return it.")


class NeedsReason(Invalid):
    """A decision that somebody will read needs its reason."""

    code = "needs_reason"
    sentence = say("Write the reason in a sentence; {name} will read it.")


class DayNotAhead(Invalid):
    """An end, or a day to apply again, lies ahead."""

    code = "day_not_ahead"
    sentence = say("{day} has passed. Choose a day that is still to come.")


class WaiverTooLong(Invalid):
    """An exception ends within two years."""

    code = "waiver_too_long"
    sentence = say("An exception ends within {most} months. Choose an earlier day.")


class DecidedAlready(Refused):
    """Somebody decided first."""

    code = "decided_already"
    status = 409
    sentence = say("This was decided already.")


class NoMentor(Refused):
    """There is no role to end or to change."""

    code = "no_mentor"
    status = 409
    sentence = say("{name} is not a mentor now.")


class CapacityWrong(Invalid):
    """A mentor takes from 1 to some mentees."""

    code = "capacity_wrong"
    sentence = say("A mentor takes from {least} to {most} mentees at a time.")


class SettingsChanged(Stale):
    """The settings were saved elsewhere meanwhile."""

    code = "settings_changed"
    sentence = say("These settings were changed meanwhile. Look at them, and save again if you still want to.")


# --- plans


class MissingCore(Invalid):
    """A core topic is not in the plan."""

    code = "missing_core"
    sentence = say("Not yet: the core topic “{topic}” is missing. You may change how and when, but not leave it out.")


class NoOutcome(Invalid):
    """A goal is checked by one to three outcomes."""

    code = "no_outcome"
    sentence = say("Write one to three outcomes that can be checked, so that both know when the goal is reached.")


class TooManyTopics(Invalid):
    """More than a programme can hold."""

    code = "too_many_topics"
    sentence = say("A plan holds {most} topics at most.")


class OutsideProgramme(Invalid):
    """A month or a day that lies outside the programme."""

    code = "outside_programme"
    sentence = say("This lies outside the programme, which runs from {first} to {last}.")


class PlanWaits(Refused):
    """The plan was handed in; it is decided first."""

    code = "plan_waits"
    status = 409
    sentence = say("The plan is with HR. It can be changed again once it is approved or returned.")


class PlanDecided(Refused):
    """The plan does not wait any more."""

    code = "plan_decided"
    status = 409
    sentence = say("This plan has been decided already, or changed since. Look at it again.")


class NotYourPair(Refused):
    """Nobody decides about an own pair."""

    code = "own_pair"
    sentence = say("This is your own pair. Somebody else of HR decides.")


# --- meetings, tests, reports


class NotHeldYet(Invalid):
    """The day has not come yet."""

    code = "not_held_yet"
    sentence = say("This day has not come yet. Choose today or an earlier day.")


class NothingTold(Invalid):
    """Neither a topic nor a word."""

    code = "nothing_told"
    sentence = say("Tick at least one topic, or write one sentence of advice.")


class TwiceTheSame(Refused):
    """What was sent is there already."""

    code = "sent_already"
    status = 409
    sentence = say("This was sent already; it was not sent twice.")


class NextBeforeThis(Invalid):
    """The next meeting lies before this one."""

    code = "next_before_this"
    sentence = say("The next talk comes after this one. Choose a later day.")


class WrongMinutes(Invalid):
    """No meeting is so long."""

    code = "wrong_minutes"
    sentence = say("A talk takes from {least} to {most} minutes.")


class MarkOutOfBounds(Invalid):
    """A mark above the maximum, or below nothing."""

    code = "mark_out_of_bounds"
    sentence = say("{points} does not lie between 0 and {most}. Nothing was saved.")


class CannotShare(Invalid):
    """A record is shared with a colleague who is neither of the two."""

    code = "cannot_share"
    sentence = say("Nobody with number “{number}” works here, or it is one of you two. Nothing was shared.")


class TooManyFiles(Invalid):
    """More files than a report takes."""

    code = "too_many_files"
    sentence = say("A report takes {most} files at most.")


class ReasonNeeded(Invalid):
    """Whoever opens the words of others says why."""

    code = "reason_needed"
    sentence = say("Write the reason in at least {least} characters. Both people read it at once.")


# --- duties and the life of a pair


class DutyDone(Refused):
    """It took place already, or it fell away."""

    code = "duty_done"
    status = 409
    sentence = say("This is done already, or no longer due. Nothing was changed.")


class DayOver(Invalid):
    """A day that lies behind."""

    code = "day_over"
    sentence = say("This day is over. Choose today or a later day.")


class AfterTheProgramme(Invalid):
    """The programme is over by then."""

    code = "after_the_programme"
    sentence = say("The programme ends on {last}. Choose a day before that.")


class NotOverdue(Refused):
    """Nothing to remind of yet."""

    code = "not_overdue"
    status = 409
    sentence = say("This is not overdue, so nobody was reminded.")


class NudgedAlready(Refused):
    """Somebody was reminded today."""

    code = "nudged_already"
    status = 409
    sentence = say("{name} was reminded today already. Once a day is enough.")


class PairIsOver(Refused):
    """The pair has ended."""

    code = "pair_is_over"
    status = 409
    sentence = say("This pair ended on {date}. Nothing was changed.")


class PausedAlready(Refused):
    """The pair rests."""

    code = "paused_already"
    status = 409
    sentence = say("This pair rests already.")


class NotPaused(Refused):
    """The pair does not rest."""

    code = "not_paused"
    status = 409
    sentence = say("This pair does not rest, so there is nothing to take up again.")


class NoReason(Invalid):
    """An ending says why."""

    code = "no_reason"
    sentence = say("Choose why the pair ends.")


class AskedAlready(Refused):
    """A request of the kind is open."""

    code = "asked_already"
    status = 409
    sentence = say("You have asked already. {hr} answers by {date}.")


class AnsweredAlready(Refused):
    """Somebody answered first."""

    code = "answered_already"
    status = 409
    sentence = say("This request has been answered already.")


class NothingAnswered(Invalid):
    """An answer has words."""

    code = "nothing_answered"
    sentence = say("Write at least one sentence: {name} reads it.")


# --- matching


class WaitsAlready(Refused):
    """One wish at a time."""

    code = "waits_already"
    status = 409
    sentence = say("{name} waits for a mentor already.")


class WishOver(Refused):
    """The wish was matched or withdrawn meanwhile."""

    code = "wish_over"
    status = 409
    sentence = say("This wish has been answered or taken back meanwhile. Look at the list again.")


class AskedElsewhere(Refused):
    """A mentor was asked and has not answered."""

    code = "asked_elsewhere"
    status = 409
    sentence = say("{mentor} was asked and has not answered yet. Take that back first, or wait for the answer.")


class RatherNot(Invalid):
    """One of the two said that they would rather not; who it was is not said."""

    code = "rather_not"
    sentence = say("{mentor} and {mentee} cannot be paired: one of the two would rather not. Choose somebody else.")


class NotInPool(Invalid):
    """Somebody is not in the pool of this draft."""

    code = "not_in_pool"
    sentence = say("{name} does not take new mentees at present, so nothing was changed.")


class DraftOver(Refused):
    """The draft was published or replaced."""

    code = "draft_over"
    status = 409
    sentence = say("This draft was published or replaced meanwhile. Nothing was changed; look at the newest one.")


class NobodyWaits(Refused):
    """There is no pool to match."""

    code = "nobody_waits"
    status = 409
    sentence = say("Nobody waits for a mentor, so there is nothing to match.")


class UnknownSkill(Invalid):
    """A skill that is not in the catalogue."""

    code = "unknown_skill"
    sentence = say("One of these skills is not in the catalogue any more. Choose again.")


class TooManySkills(Invalid):
    """A wish names a few skills."""

    code = "too_many_skills"
    sentence = say("Choose {most} skills at most: the ones that matter now.")


class AboutOneself(Invalid):
    """A preference is about somebody else."""

    code = "about_oneself"
    sentence = say("Choose a colleague, not yourself.")


class UnknownNumbers(Invalid):
    """A list of new colleagues names somebody who is not here."""

    code = "unknown_numbers"
    sentence = say("Nobody works here with these numbers: {numbers}. Nothing was added.")


class EarlierNumberUnknown(Invalid):
    """Nobody has that staff number."""

    code = "number_unknown"
    sentence = say("Nobody has the staff number “{number}”.")


class EarlierOwn(Invalid):
    """Nobody handles their own file."""

    code = "own_row"
    sentence = say("This is your own row. Your file is handled by another HR person: take out the row.")


class EarlierDayWrong(Invalid):
    """Only what is over is taken over."""

    code = "earlier_day_wrong"
    sentence = say("“{text}” is no day that is over, or it lies before the first one. Write days like 2025-06-30.")


class EarlierHoursWrong(Invalid):
    """Hours are whole ones."""

    code = "earlier_hours_wrong"
    sentence = say("“{text}” is no whole number of hours up to {most}.")


class EarlierOverlaps(Invalid):
    """A mentee has one mentor at a time."""

    code = "earlier_overlaps"
    sentence = say("{number} had a mentor from {first} to {last} already; only one at a time.")
