"""How reviews says no. Whatever was written stays in the form."""

from bole.values.refusal import Invalid, Refused, say


class ToOneself(Invalid):
    """Sender and recipient are one."""

    code = "to_oneself"
    sentence = say("This would go to yourself. Choose somebody else.")


class NotHere(Invalid):
    """The recipient does not work here on the day."""

    code = "not_here"
    sentence = say("{name} does not work here any more, so nothing was sent. Your words are still here.")


class ForAnotherCompany(Invalid):
    """Feedback is not given to people who work for another company."""

    code = "for_another_company"
    sentence = say("{name} works for another company, and feedback goes through that company. Nothing was sent.")


class NoWords(Invalid):
    """Nothing was written."""

    code = "nothing_written"
    sentence = say("Nothing is written yet. One sentence is enough.")


class TooManyWords(Invalid):
    """More than fits."""

    code = "too_many_words"
    sentence = say("This has {count} characters; {most} is the most. Shorten it by {over}.")


class NotOpenToYou(Invalid):
    """What it is about is not there, or not open to the sender."""

    code = "about_not_open"
    sentence = say("What this is about is not open to you, or no longer there. Send it without, or choose something else.")


class ReadersChanged(Refused):
    """Who would read it is not who was shown."""

    code = "readers_changed"
    status = 409
    sentence = say("{name} has another manager since you opened this page, so nothing was sent. Look who will read it, and send again.")


class ReadAlready(Refused):
    """It was read, or ten minutes are over."""

    code = "read_already"
    status = 409
    sentence = say(
        "It was read already, or sent more than {minutes} minutes ago; it can no longer be taken back. You can still reply to it."
    )


class NotTogether(Invalid):
    """Only a manager and a report have one-to-ones."""

    code = "not_together"
    sentence = say("One-to-ones are between a manager and somebody of the team.")


class PlannedAlready(Refused):
    """Two people plan one talk at a time."""

    code = "planned_already"
    status = 409
    sentence = say("A talk with {name} is planned already. Add your point to it.")


class HeldAlready(Refused):
    """The talk took place; what was noted stays."""

    code = "held_already"
    status = 409
    sentence = say("This talk has taken place. Its notes stay; plan the next one for what is new.")


class CalledOff(Refused):
    """The talk was called off; what was noted stays."""

    code = "talk_called_off"
    status = 409
    sentence = say("This talk was called off. Its notes stay; plan another one for what is left.")


class NotCalledOff(Refused):
    """There is nothing to undo."""

    code = "talk_not_called_off"
    status = 409
    sentence = say("This talk is not called off any more. Open it again to see how it stands.")


class DayPast(Invalid):
    """A day that lies behind."""

    code = "day_past"
    sentence = say("This day is over. Choose today or a later day.")


class DayAhead(Invalid):
    """A day that has not come yet."""

    code = "day_ahead"
    sentence = say("This day has not come yet. Choose today or an earlier day.")


class Unknown(Invalid):
    """Nobody of this number works here, or nobody whom the sender may see."""

    code = "nobody_here"
    sentence = say(
        "Nobody with number “{number}” works here any more, so nothing was sent. Your words are still here; choose somebody else."
    )


class RoundDays(Invalid):
    """Days of a round of peer rating that are not in order."""

    code = "round_days"
    sentence = say("The days that are rated are over, one year at most and in order; the round closes today or later.")


class OpenAlready(Refused):
    """The unit has an open round."""

    code = "round_open_already"
    status = 409
    sentence = say("A round for {name} is open already. Close it first.")


class TooFewColleagues(Invalid):
    """Nobody could be rated by three."""

    code = "too_few_colleagues"
    sentence = say(
        "Nobody in {name} could be rated now: it takes three colleagues outside the reporting line, and {days} days since the last round."
    )


class NothingRated(Invalid):
    """No colleague was rated."""

    code = "nothing_rated"
    sentence = say("Nothing is chosen yet. One tap for one colleague is enough.")
