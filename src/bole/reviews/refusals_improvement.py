"""How an improvement plan says no."""

from bole.values.refusal import Invalid, Refused, say


class WeeksWrong(Invalid):
    """Too few weeks, or too many."""

    code = "improvement_weeks"
    sentence = say("A plan runs for {least} to {most} weeks.")


class StartsTooEarly(Invalid):
    """The first day is over."""

    code = "improvement_in_the_past"
    sentence = say("The first day is over. Choose today or a later day.")


class GoalsMissing(Invalid):
    """No goal, or too many."""

    code = "improvement_goals"
    sentence = say("Write one to {most} goals, one on each line.")


class MilestonesMissing(Invalid):
    """No milestone, or too many, or one without a day."""

    code = "improvement_milestones"
    sentence = say("Write one to {most} milestones, each with its day.")


class MilestoneOutside(Invalid):
    """A milestone outside the plan's weeks."""

    code = "improvement_milestone_outside"
    sentence = say("A milestone lies within the plan, {first} to {last}.")


class ImprovementOpen(Refused):
    """Somebody has one plan at a time."""

    code = "improvement_open"
    status = 409
    sentence = say("{name} has a plan already. End it first.")


class ImprovementNotForThem(Invalid):
    """People of another company have no plan here."""

    code = "improvement_outside_people"
    sentence = say("{name} works for another company and has no plan here.")


class ImprovementNotOpen(Refused):
    """It was answered, ended or taken back."""

    code = "improvement_not_open"
    status = 409
    sentence = say("The plan has been answered, ended or taken back meanwhile. Look at how it stands.")


class ImprovementChanged(Refused):
    """Somebody changed it since the page was opened."""

    code = "improvement_changed"
    status = 409
    sentence = say("The plan has been changed since you opened this page. What you wrote is still here; look at it again.")


class WeekAhead(Invalid):
    """A week that has not begun."""

    code = "improvement_week"
    sentence = say("Only weeks that have begun can be looked back at.")


class RemarkNeeded(Invalid):
    """Not agreeing needs no reason, but a word on what should be different helps; it is asked for."""

    code = "improvement_remark"
    sentence = say("Write in a sentence what should be different. The plan does not begin without your agreement.")
