"""How promotion says no. Whatever was written stays in the form."""

from bole.values.refusal import Invalid, Refused, say


class NobodyOfNumber(Invalid):
    """Nobody of this number works here."""

    code = "nobody_of_number"
    sentence = say("Nobody with number “{number}” works here. Nothing was opened.")


class PanelTooSmall(Invalid):
    """Too few reviewers for a majority that is more than one person."""

    code = "panel_too_small"
    sentence = say("A panel has at least {least} members, so that no single person decides.")


class NoCandidates(Invalid):
    """Nobody to review."""

    code = "no_candidates"
    sentence = say("Name at least one candidate.")


class ReviewsThemselves(Invalid):
    """A candidate on the panel, or who opens it."""

    code = "reviews_themselves"
    sentence = say("{name} is a candidate and can neither review nor open this.")


class PanelDecided(Refused):
    """The majority has chosen."""

    code = "panel_decided"
    status = 409
    sentence = say("The panel has decided; nothing was changed.")


class PanelEnded(Refused):
    """Called off, or all have withdrawn."""

    code = "panel_ended"
    status = 409
    sentence = say("The panel is over without a decision; nothing was changed.")


class WithdrewAlready(Refused):
    """The candidate is none any more."""

    code = "withdrew_already"
    status = 409
    sentence = say("You have withdrawn already; nothing was changed.")


class NotACandidate(Invalid):
    """Somebody else was chosen."""

    code = "not_a_candidate"
    sentence = say("Choose one of the candidates, or nobody of them.")
