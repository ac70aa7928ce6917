"""What accounts say no with, beside what stands in their actions."""

from bole.values.refusal import Invalid, Refused, say


class BadServer(Invalid):
    """The address of a provider's server cannot be taken."""

    code = "bad_server"
    sentence = say("Write the address of a server alone, with https, such as https://open.feishu.cn.")


class NotComplete(Invalid):
    """A provider lacks an id or its secret."""

    code = "not_complete"
    sentence = say("An id or the secret is still missing, so nobody could sign in.")


class UserHasAccount(Invalid):
    """The provider's user signs in to another account."""

    code = "user_has_account"
    sentence = say("This user signs in to another account. End that first.")


class AccountHasUser(Invalid):
    """Another user of the provider signs in to the account."""

    code = "account_has_user"
    sentence = say("Another user signs in to this account. End that first.")


class TicketOver(Refused):
    """The code on the desk's screen was used, refused, or is older than two minutes."""

    code = "ticket_over"
    status = 410
    sentence = say("This code is over: it holds for two minutes, and once. Nobody was signed in.")
    hint = say("Ask for a new one on the other screen, and scan that.")


class WayOver(Refused):
    """The way back carries no state of this session, or the code was used."""

    code = "way_over"
    status = 403
    sentence = say("This way in is over: it holds for ten minutes, in one browser, and once. Nobody was signed in.")
    hint = say("Begin again from here.")


class NobodyKnown(Refused):
    """The provider's user has no account here."""

    code = "nobody_known"
    status = 403
    sentence = say("It is not known here whose account this is, so nobody was signed in.")
    hint = say("Sign in with your staff number, or ask HR to link the two.")


class ProviderSilent(Refused):
    """The provider did not answer."""

    code = "provider_silent"
    status = 502
    sentence = say("The other side did not answer, so nobody was signed in. Nothing is lost.")
    hint = say("Try again in a moment, or sign in with your staff number.")
