"""How admission, and the role of a mentor, say no."""

from bole.values.refusal import Invalid, Refused, Stale, say


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


class EndsAlready(Invalid):
    """The role ends already: by the mentor's own word, by an end that was set, or by HR."""

    code = "ends_already"
    sentence = say("Your role as a mentor ends already.")


class ChoiceNeeded(Invalid):
    """Somebody who mentors says what becomes of the mentees."""

    code = "choice_needed"
    sentence = say("Say what becomes of your mentees: you go on to the end with each, or HR finds another mentor.")


class NotStepping(Refused):
    """There is nothing to take back."""

    code = "not_stepping"
    status = 409
    sentence = say("You have not ended your role as a mentor.")
