"""How the reason for core topics that were left says no."""

from bole.values.refusal import Invalid, Refused, say


class ReasonForTopics(Invalid):
    """A programme that is called complete with core topics left says why."""

    code = "reason_for_topics"
    sentence = say("Core topics are left. Choose why, then the programme ends as complete.")


class WordsForReason(Invalid):
    """Another reason is said in words."""

    code = "words_for_reason"
    sentence = say("Say the other reason in a sentence.")


class ReasonStands(Refused):
    """A reason is corrected for a month."""

    code = "reason_stands"
    status = 409
    sentence = say("The pair ended more than 31 days ago, so the reason stays as it is. Nothing was changed.")


class AllCovered(Refused):
    """Nothing is left to give a reason for."""

    code = "all_covered"
    status = 409
    sentence = say("All core topics are covered by now. No reason is needed.")
