"""GitHub signs the body with the webhook's secret: `X-Hub-Signature-256: sha256=…`."""

from collections.abc import Mapping

from bole.connect.signing import header_of, insist_on_hmac


def verify(body: bytes, headers: Mapping[str, str], secret: str) -> None:
    """Let pass what GitHub signed. The old SHA-1 header is not looked at.

    :raises WrongSignature: if the signature is missing or does not fit
    """
    insist_on_hmac(body, header_of(headers, "X-Hub-Signature-256"), secret)
