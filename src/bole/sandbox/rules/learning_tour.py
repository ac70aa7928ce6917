"""The stops of the tour that tell of learning and recommendations."""

from bole.sandbox.rules.stops import Stop, to
from bole.values.refusal import say

LEARNING_STOPS = (
    Stop(
        key="complaints",
        story="12",
        persona="supporter",
        way=to("/growth/recommended/"),
        title=say("Four complaints, one course, one plan"),
        words=say("Ayiguli handed in four complaints within thirty days. She gets the course and a plan of eight weeks, and why."),
    ),
    Stop(
        key="python",
        story="12",
        persona="colleague",
        way=to("/growth/recommended/"),
        title=say("More Python, or less of it"),
        words=say("Zheng Ke opened Python five times in two weeks. Press “Less of this” and see it get less at once."),
    ),
    Stop(
        key="report",
        story="3",
        persona="employee",
        way=to("/results/"),
        title=say("A project report that counts"),
        words=say(
            "Li Si wrote what came of a project, in his own words. Lin Jing confirmed it the next day; it counts as a record of work."
        ),
    ),
    Stop(
        key="remembered",
        story="12",
        persona="colleague",
        way=to("/growth/remembered/"),
        title=say("What is remembered"),
        words=say("Each thing that is remembered of Zheng Ke, to be erased one by one, or all, or switched off."),
    ),
)
