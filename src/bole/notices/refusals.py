"""How notices says no."""

from bole.values.refusal import Invalid, say


class UnknownKind(Invalid):
    """No room offers this kind of notice."""

    code = "unknown_notice"
    sentence = say("There is no notice of the kind “{kind}”.")
