"""What colleagues are asked about a colleague."""

from fractions import Fraction

from bole.surveys.rules.questions import Choice, Floors, Kind, Question, QuestionSet
from bole.values.refusal import say

RATING = "rating"
CANNOT_SAY = "cannot_say"

PEER_QUESTIONS = QuestionSet(
    code="peer",
    questions=(
        Question(
            code=RATING,
            words=say("How does working together go?"),
            choices=(
                Choice(code="5", words=say("Great"), worth=Fraction(5, 5)),
                Choice(code="4", words=say("Good"), worth=Fraction(4, 5)),
                Choice(code="3", words=say("Fair"), worth=Fraction(3, 5)),
                Choice(code="2", words=say("Poor"), worth=Fraction(2, 5)),
                Choice(code="1", words=say("Bad"), worth=Fraction(1, 5)),
                Choice(code=CANNOT_SAY, words=say("Skip"), worth=None),
            ),
        ),
    ),
)

PEER = Kind(
    code="peer",
    title=say("Working with colleagues"),
    promise=say(
        "Nobody reads your single rating: not your colleagues, your manager, HR or an administrator. "
        "When the round closes, each colleague gets the mean of at least 3 ratings."
    ),
    floors=Floors(answers=3, people=3),
    published="closing",
    months=0,
    address="/peer-rating/{group}/",
)


def about(round_ref: str, person_ref: str) -> str:
    """Return what the survey of one ratee is about."""
    return f"{round_ref}/{person_ref}"
