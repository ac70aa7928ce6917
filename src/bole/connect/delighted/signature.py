"""Delighted signs the body with the project's private API key: `X-Delighted-Webhook-Signature: sha256=…`."""

from collections.abc import Mapping

from bole.connect.signing import header_of, insist_on_hmac


def verify(body: bytes, headers: Mapping[str, str], secret: str) -> None:
    """Let pass what Delighted signed.

    :raises WrongSignature: if the signature is missing or does not fit
    """
    insist_on_hmac(body, header_of(headers, "X-Delighted-Webhook-Signature"), secret)
