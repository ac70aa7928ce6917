"""How the mentoring agreement says no."""

from bole.values.refusal import Refused, say


class AgreementChanged(Refused):
    """What was read is not what would be signed."""

    code = "agreement_changed"
    status = 409
    sentence = say("The plan has changed since, and the agreement with it. Nothing was signed. Read it again, then sign.")


class AgreementsOff(Refused):
    """The company makes none."""

    code = "agreements_off"
    status = 409
    sentence = say("HR has switched the agreement off for the company. Nothing was signed; mentoring goes on.")
