"""What is asked in every company: the three questions about a mentor."""

from fractions import Fraction

from bole.surveys.rules.questions import Choice, Floors, Kind, Question, QuestionSet
from bole.values.refusal import say

YES_TO_NO = (
    Choice(code="yes", words=say("Yes"), worth=Fraction(1)),
    Choice(code="partly", words=say("Partly"), worth=Fraction(1, 2)),
    Choice(code="no", words=say("No"), worth=Fraction(0)),
    Choice(code="not_yet", words=say("Does not apply yet"), worth=None),
)

MENTORING_QUESTIONS = QuestionSet(
    code="mentoring",
    questions=(
        Question(code="on_time", words=say("Did your mentor keep to the agreed times?"), choices=YES_TO_NO),
        Question(code="fits", words=say("Did what you covered fit your needs?"), choices=YES_TO_NO),
        Question(code="solved", words=say("Did the guidance help you to solve problems?"), choices=YES_TO_NO),
    ),
)

MENTORING = Kind(
    code="mentoring",
    title=say("Three questions, one minute"),
    promise=say(
        "Nobody reads your single answer: not your mentor, your manager, HR or an administrator. "
        "Your mentor sees only at least 5 answers of at least 3 mentees together, a month later."
    ),
    urgent=say("If something is wrong now, do not wait for the survey: ask for help, or change mentor."),
    help_url="/mentoring/",
    floors=Floors(answers=5, people=3),
)
