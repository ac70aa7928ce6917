"""How a pair says no."""

from bole.values.refusal import Invalid, Refused, say


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


class NoCoreTopic(CannotOffer):
    """No plan could miss anything."""

    code = "no_core_topic"
    sentence = say("This framework has no core topic. Make at least one of its topics a core topic.")


class OneLanguage(CannotOffer):
    """A reader of the other language would read nothing."""

    code = "one_language"
    sentence = say("“{words}” has words in one language alone. Write it in Chinese and in English.")


class TopicTwice(CannotOffer):
    """Two topics of one name."""

    code = "topic_twice"
    sentence = say("Two topics are called “{words}”. Give one of them another name, or leave it out.")


class WrongAddress(CannotOffer):
    """A material that leads nowhere."""

    code = "wrong_address"
    sentence = say("“{words}” is no address of something to read: it begins with / for a page of Bole, or with https://.")


class NameTaken(CannotOffer):
    """Two frameworks of one name."""

    code = "name_taken"
    sentence = say("Another framework is called “{words}”. Choose another name.")


class PairOver(Refused):
    """The pair is over; what was written stays with who wrote it."""

    code = "pair_over"
    status = 409
    sentence = say("Not sent: your pair with {name} ended on {date}. The text is still here; copy or delete it.")
