"""Comparing secrets and signatures, in a time that says nothing about them."""

import hashlib
import hmac
from collections.abc import Mapping

from bole.values.refusal import Refused, say


class WrongSignature(Refused):
    """Whoever sent this does not know the connection's secret. Which part is wrong is not said."""

    code = "wrong_signature"
    status = 401
    sentence = say("The signature is missing or does not fit.")
    hint = say("Compare the secret in the tool with the one of this connection. Nothing was stored.")


def header_of(headers: Mapping[str, str], name: str) -> str:
    """Return a header, whatever its case; "" if it is not there."""
    wanted = name.casefold()
    return next((value for key, value in headers.items() if key.casefold() == wanted), "")


def insist_on_hmac(body: bytes, given: str, secret: str) -> None:
    """Let pass a body whose signature, `sha256=` and 64 hexadecimal digits, was made with the secret.

    :raises WrongSignature: if it was not, or if there is no secret at all
    """
    wanted = "sha256=" + hmac.new(secret.encode("utf-8"), body, hashlib.sha256).hexdigest()
    insist_on_same(given, wanted if secret else "")


def insist_on_same(given: str, wanted: str) -> None:
    """Let pass two equal texts. An empty one equals nothing: a connection without a secret takes nothing.

    :raises WrongSignature: if they differ
    """
    if not is_same(given, wanted):
        raise WrongSignature


def is_same(given: str, wanted: str) -> bool:
    """Test if two texts are equal and say something."""
    # Bytes, because comparing text beyond ASCII is an error; escaped, because a header may hold what UTF-8 cannot.
    same = hmac.compare_digest(given.encode("utf-8", "backslashreplace"), wanted.encode("utf-8", "backslashreplace"))
    return same and bool(wanted)
