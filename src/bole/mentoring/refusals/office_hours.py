"""How office hours say no."""

from bole.values.refusal import Invalid, Refused, say


class OfficeOver(Refused):
    """It has begun, or is over."""

    code = "office_over"
    status = 409
    sentence = say("This time has begun or is over. Nothing was changed.")


class OfficeInPast(Invalid):
    """Office hours lie ahead, and not too far."""

    code = "office_in_past"
    sentence = say("Office hours begin later than now and within three months. Choose another day or time.")


class PlacesDoNotFit(Invalid):
    """Places and minutes exceed the time."""

    code = "places_do_not_fit"
    sentence = say("{places} places of {minutes} minutes do not fit between these times. Places: 1 to 12, minutes: 10 to 120.")


class TimeTaken(Refused):
    """One is elsewhere at that time."""

    code = "time_taken"
    status = 409
    sentence = say("You have other office hours at that time, as mentor or as a guest. Nothing was changed.")


class OwnOfficeHours(Refused):
    """Nobody books their own."""

    code = "own_office_hours"
    status = 409
    sentence = say("These are your own office hours; others book them.")


class BookedAlready(Refused):
    """One place each."""

    code = "booked_already"
    status = 409
    sentence = say("You have a place here already, at {time}. Cancel it first if you want another one.")


class PlaceTaken(Refused):
    """Somebody was quicker."""

    code = "place_taken"
    status = 409
    sentence = say("Somebody took this time a moment ago. Choose another one; what you wrote is kept.")


class NoPlaceLeft(Refused):
    """All are booked."""

    code = "no_place_left"
    status = 409
    sentence = say("All places are booked by now. Other office hours are on the list.")


class OfficeCalledOff(Refused):
    """The mentor called it off."""

    code = "office_called_off"
    status = 409
    sentence = say("These office hours were called off. Nothing was changed.")


class NothingBooked(Refused):
    """There is nothing to cancel."""

    code = "nothing_booked"
    status = 409
    sentence = say("You have no place here, so there is nothing to cancel.")


class NotHeldSoFar(Refused):
    """Who came is known afterwards."""

    code = "not_held_so_far"
    status = 409
    sentence = say("Who came is noted once it has begun, and up to 31 days later.")


class SkillsNeeded(Invalid):
    """Office hours are about something."""

    code = "skills_needed"
    sentence = say("Choose one to five skills that it is about.")
