"""Freshdesk signs nothing. An automation rule can send a secret along: in a header of ours, or as the password of basic auth."""

import base64
import binascii
from collections.abc import Mapping

from bole.connect.signing import WrongSignature, header_of, is_same

HEADER = "X-Bole-Secret"


def verify(body: bytes, headers: Mapping[str, str], secret: str) -> None:
    """Let pass who knows the secret. The body itself is not protected by it, so the address must be https.

    :raises WrongSignature: if it is missing or another
    """
    del body  # nothing about it is signed
    by_header = is_same(header_of(headers, HEADER), secret)
    by_password = is_same(_password(header_of(headers, "Authorization")), secret)
    if not (by_header or by_password):
        raise WrongSignature


def _password(authorization: str) -> str:
    """Return the password of a basic authorization, "" if it is none."""
    scheme, _, credentials = authorization.partition(" ")
    if scheme.casefold() != "basic":
        return ""
    try:
        text = base64.b64decode(credentials.strip().encode("ascii"), validate=True).decode("utf-8")
    except (binascii.Error, UnicodeError):
        return ""
    return text.partition(":")[2]
