"""How saying thank you says no."""

from bole.values.refusal import Invalid, say


class ThankedToday(Invalid):
    """Once a day."""

    code = "thanked_today"
    sentence = say("You have thanked {name} today. It has arrived.")


class NotBegunYet(Invalid):
    """The pair begins later."""

    code = "not_begun_yet"
    sentence = say("The mentoring begins on {day}.")
