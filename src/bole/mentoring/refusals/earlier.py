"""How mentoring from before the system says no."""

from bole.values.refusal import Invalid, say


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
