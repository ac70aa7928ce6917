"""How surveys say no."""

from bole.values.refusal import Invalid, Refused, say


class NobodyAsked(Invalid):
    """A round without anybody to answer."""

    code = "nobody_asked"
    sentence = say("Nobody is asked. Choose at least one person.")


class WrongDays(Invalid):
    """A round that closes before it opens, or is over already."""

    code = "wrong_days"
    sentence = say("A round closes on the day it opens or later, and not before today.")


class UnknownQuestions(Invalid):
    """A kind of survey or a set of questions that nobody offered."""

    code = "unknown_questions"
    sentence = say("There is no survey “{kind}” with the questions “{questions}”.")


class NotAnswered(Invalid):
    """Some questions have no answer."""

    code = "not_answered"
    sentence = say("Please answer all questions. “Does not apply yet” is an answer too.")


class AnsweredAlready(Refused):
    """A second answer that does not say that it changes the first."""

    code = "answered_already"
    status = 409
    sentence = say("You have answered this one; you can change it until {date}.")


class RoundOver(Refused):
    """The round is closed."""

    code = "round_over"
    status = 409
    sentence = say("This survey closed on {date}. Your answer was not changed.")


class WrongCalendar(Invalid):
    """Publication days that would tell who answered."""

    code = "wrong_calendar"
    sentence = say("Choose one to four days of the year, at least {apart} days apart. 29 February is not among them.")
