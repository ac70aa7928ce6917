"""What a message says, in the reader's language: never a name, a value, a day or a number of somebody's, but in a digest how many wait."""

from collections.abc import Mapping

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext

from bole.notices.channels.message import Message
from bole.notices.kinds import kind_of, said_outside

LONGEST_TITLE, LONGEST_BODY = 15, 40  # characters of Chinese
WHYS: Mapping[str, str | Promise] = {
    "": gettext_lazy("sent"),
    "later": gettext_lazy("waits for working hours"),
    "digest": gettext_lazy("in the digest"),
    "cap": gettext_lazy("three a day are enough: it waits in the app"),
    "no_way": gettext_lazy("no way out is set up: it waits in the app"),
    "switched_off": gettext_lazy("switched off: it waits in the app"),
    "read": gettext_lazy("read before it was due"),
    "over": gettext_lazy("nobody to tell any more"),
    "cut_short": gettext_lazy("cut short; it may have arrived and is not sent again"),
}


def worded(*, key: str, kind: str, ref: str, waiting: int, language: str) -> Message:
    """Return the message of a delivery: of a notice, of a digest (`d:`), of a test (`t:`), or for a group (`g:`)."""
    with translation.override(language):
        title, body, path = _words(key, kind, ref, waiting)
        return Message(key=key, title=title, body=body, button=gettext("View"), url=f"{settings.ENVIRONMENT.url}{path}")


def footer(language: str) -> str:
    """Return the last line of a mail."""
    with translation.override(language):
        return gettext("Notices come to you alone, never to a group.") + f" {settings.ENVIRONMENT.url}/notices/settings/"


def _words(key: str, kind: str, ref: str, waiting: int) -> tuple[str, str, str]:
    if key.startswith("d:"):
        body = ngettext("{n} notice of the last days waits for you.", "{n} notices of the last days wait for you.", waiting)
        return gettext("Your digest"), body.format(n=waiting), "/notices/"
    if key.startswith("t:"):
        return gettext("A test"), gettext("This is how a message of Bole arrives."), "/notices/settings/"
    if key.startswith("g:"):
        return gettext("News for everybody"), str(kind_of(kind).sentence), "/"
    title, body = said_outside(kind_of(kind))
    return title, body, f"/notices/{ref}/"
