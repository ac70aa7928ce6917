"""How growth says no."""

from bole.values.refusal import Invalid, Refused, say


class NotOffered(Refused):
    """The course, exam or skill is not offered any more."""

    code = "not_offered"
    status = 409
    sentence = say("This is not offered any more. What you have done stays on record.")


class LevelOutOfRange(Invalid):
    """Levels are 1 to 5."""

    code = "level_out_of_range"
    sentence = say("A level is a whole number from 1 to 5.")


class TooLate(Refused):
    """The time of the exam is over."""

    code = "exam_time_over"
    status = 409
    sentence = say("The time was over at {time}. What you had answered by then was marked.")


class OverAlready(Refused):
    """The try was handed in."""

    code = "exam_over"
    status = 409
    sentence = say("This exam was handed in already; its answers stay as they are.")


class NotYet(Refused):
    """It may not be taken again yet."""

    code = "exam_not_yet"
    status = 409
    sentence = say("You can take this exam again from {day}.")


class PassedForGood(Refused):
    """It was passed, and the pass holds for good."""

    code = "exam_passed_for_good"
    status = 409
    sentence = say("You have passed this exam; there is nothing to take again.")


class BankTooSmall(Refused):
    """The bank has fewer questions than are drawn."""

    code = "bank_too_small"
    status = 409
    sentence = say("This exam draws {drawn} questions and its bank has {count}. HR has to add some first.")


class NoSuchOption(Invalid):
    """An answer that is not among the options."""

    code = "no_such_option"
    sentence = say("This answer is not among those of the question. Open the question again.")


class ReasonMissing(Invalid):
    """Something that needs a reason has none."""

    code = "reason_missing"
    sentence = say("Give the reason in a sentence; {name} can read it.")


class EndsTooSoon(Invalid):
    """A paper that ends before it begins."""

    code = "ends_too_soon"
    sentence = say("The last day lies before {day}. Choose a later one.")


class RevokedAlready(Refused):
    """It was revoked before."""

    code = "revoked_already"
    status = 409
    sentence = say("This certificate was revoked already.")


class CodeTaken(Invalid):
    """A code names one thing."""

    code = "code_taken"
    sentence = say("The code “{code}” is taken. Choose another.")


class NoRightOption(Invalid):
    """A question without a right answer."""

    code = "no_right_option"
    sentence = say("Tick the right answer.")


class OneRightOption(Invalid):
    """Two right answers where one is asked."""

    code = "one_right_option"
    sentence = say("A question with one answer has exactly one right one. Tick one, or let several be chosen.")


class TooFewOptions(Invalid):
    """Fewer than two answers, or one that lacks a language."""

    code = "too_few_options"
    sentence = say("Write at least two answers, each in Chinese and in English.")


class SameOptionTwice(Invalid):
    """Two answers with the same words."""

    code = "same_option_twice"
    sentence = say("Two answers say the same.")


class PassOutOfReach(Invalid):
    """Rules of an exam that cannot be kept."""

    code = "exam_rules"
    sentence = say("“{name}” goes from {least} to {most}.")


class TextMissing(Invalid):
    """Words are missing in one of the two languages."""

    code = "text_missing"
    sentence = say("Write it in Chinese and in English.")


class ChangedMeanwhile(Refused):
    """Somebody else changed it first."""

    code = "changed_meanwhile"
    status = 409
    sentence = say("{name} changed this meanwhile. Look at it as it is now; what you typed is still here.")


class TooManyTries(Refused):
    """Somebody tries codes one after the other."""

    code = "too_many_tries"
    status = 429
    sentence = say("Too many codes at once. Wait a minute, then try again.")


class NothingTicked(Invalid):
    """Nothing was chosen of a list."""

    code = "nothing_ticked"
    sentence = say("Tick at least one.")


class NothingToRead(Invalid):
    """An item without words and without a link."""

    code = "nothing_to_read"
    sentence = say("Write the text in Chinese, or give the link to a video.")


class VideoLinkWrong(Invalid):
    """A link that nobody can follow."""

    code = "video_link_wrong"
    sentence = say("Give the whole address of the video, beginning with https://.")


class OutsideAddress(Invalid):
    """A line of the newcomer's list leads out of the system."""

    code = "outside_address"
    sentence = say("An address of this system begins with a slash, like /guide/.")


class AuthorUnknown(Invalid):
    """A staff number of nobody's."""

    code = "author_unknown"
    sentence = say("Nobody here has this staff number.")


class NowhereToGo(Invalid):
    """A learning path without steps."""

    code = "nowhere_to_go"
    sentence = say("A path leads through at least one course, item or exam that is there.")


class SkillCodeWrong(Invalid):
    """A code in a file that is none."""

    code = "skill_code_wrong"
    sentence = say("“{code}” is no code. Use small letters, digits and hyphens, a letter first.")


class GroupUnknown(Invalid):
    """A group of skills that is not there."""

    code = "group_unknown"
    sentence = say("“{group}” is no group. The groups are: {groups}.")


class KindUnknown(Invalid):
    """A kind of item that is not there."""

    code = "kind_unknown"
    sentence = say("“{kind}” is no kind. Write article, case, guide or video.")


class TopicUnknown(Invalid):
    """A topic that is not in the catalogue."""

    code = "topic_unknown"
    sentence = say("“{topic}” is no topic. Use names or codes of the catalogue of skills.")


class MinutesWrong(Invalid):
    """Minutes that are no number."""

    code = "minutes_wrong"
    sentence = say("“{text}” is no number of minutes from 0 to 600.")


class TwiceInTheFile(Invalid):
    """A thing that stands in the file twice."""

    code = "twice_in_the_file"
    sentence = say("“{name}” stands in the file twice. Leave one row out.")
