"""How scoring says no."""

from bole.values.refusal import Invalid, Refused, Stale, say


class PeriodClosedAlready(Refused):
    """A closed period does not change."""

    code = "closed_period"
    status = 409
    sentence = say("{period} is closed; this change is not saved. It can take effect from {next}.")


class NotAtBorder(Invalid):
    """Models and targets start at borders of periods."""

    code = "not_at_border"
    sentence = say("{day} is inside a period. A version starts on the first day of one, such as {next}.")


class NotAtEnd(Invalid):
    """A target for some periods ends with one of them."""

    code = "not_at_end"
    sentence = say("{day} does not end a period. One ends on {next}, for example.")


class NotOverYet(Refused):
    """An open period cannot be closed before its last day."""

    code = "not_over_yet"
    status = 409
    sentence = say("{period} runs until {day}. It can be closed after that.")


class SecondPerson(Refused):
    """Who proposed cannot approve."""

    code = "second_person"
    status = 403
    sentence = say("You proposed this yourself. Another person must approve it.")


class NotClosed(Invalid):
    """Only a closed period can be reopened."""

    code = "not_closed"
    sentence = say("{period} is not closed, so there is nothing to reopen.")


class ProposedAlready(Refused):
    """One proposal at a time."""

    code = "proposed_already"
    status = 409
    sentence = say("A reopening is proposed already and waits for a second person.")


class DecidedAlready(Refused):
    """Someone decided first."""

    code = "decided_already"
    status = 409
    sentence = say("This was decided already.")


class NeedsReason(Invalid):
    """A sentence is needed."""

    code = "needs_reason"
    sentence = say("Write a sentence; the people concerned can read it.")


class FamilyUnknown(Invalid):
    """There is no such job family."""

    code = "family_unknown"
    sentence = say("There is no job family “{family}”.")


class TargetOutOfRange(Invalid):
    """The indicator can never have that value."""

    code = "target_out_of_range"
    sentence = say("This target cannot be reached: the values of this indicator lie between {low} and {high}.")


class YearClosedAlready(Refused):
    """A closed year does not change as a whole."""

    code = "closed_year"
    status = 409
    sentence = say("{year} is closed; this change is not saved. One person's rating can be corrected by two people.")


class PeriodsOpen(Refused):
    """A year is the mean of its closed periods."""

    code = "periods_open"
    status = 409
    sentence = say("Not closed yet: {periods}. Close these first; a year is made of closed periods.")


class ScaleChanged(Stale):
    """Somebody else set the scale meanwhile."""

    code = "scale_changed"
    sentence = say("{name} changed this scale meanwhile. Look at it, and save again if you still want to.")


class BandsWrong(Invalid):
    """Each level begins below the one above it."""

    code = "bands_wrong"
    sentence = say("{level} must begin above 0 and below the level above it.")


class ExcellentWrong(Invalid):
    """Excellent are the best levels, and not all."""

    code = "excellent_wrong"
    sentence = say("Excellent are the best levels without a gap, and not all of them.")


class LevelUnknown(Invalid):
    """A level is one of five."""

    code = "level_unknown"
    sentence = say("“{text}” is no level and no score. Levels are S, A, B, C and D; scores lie between 0 and 100.")


class NothingToCorrect(Invalid):
    """There is no rating."""

    code = "nothing_to_correct"
    sentence = say("There is no rating of {year} to correct.")


class RatedAlready(Stale):
    """A rating came meanwhile."""

    code = "rated_already"
    sentence = say("Somebody in this file was rated meanwhile. Nothing was taken. Look at the file again.")


class NumberUnknown(Invalid):
    """Nobody has that staff number."""

    code = "number_unknown"
    sentence = say("Nobody has the staff number “{number}”.")


class OwnRating(Invalid):
    """Nobody handles their own file."""

    code = "own_rating"
    sentence = say("This is your own row. Your file is handled by another HR person: take out the row.")


class GivenTwice(Invalid):
    """A rating stands in one row."""

    code = "given_twice"
    sentence = say("The rating of {year} stands in row {row} as well.")


class RatedDifferently(Invalid):
    """A rating that is there is corrected, not overwritten."""

    code = "rated_differently"
    sentence = say("{number} has another rating of {year} already. Correct it there: two people do that together.")
