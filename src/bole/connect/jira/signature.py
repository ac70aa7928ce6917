"""Jira signs the body with the webhook's secret: `X-Hub-Signature: sha256=…`."""

from collections.abc import Mapping

from bole.connect.signing import header_of, insist_on_hmac


def verify(body: bytes, headers: Mapping[str, str], secret: str) -> None:
    """Let pass what Jira signed.

    :raises WrongSignature: if the signature is missing or does not fit
    """
    insist_on_hmac(body, header_of(headers, "X-Hub-Signature"), secret)
