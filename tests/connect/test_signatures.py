"""Whoever does not know a connection's secret gets nothing in: the forgery set, for each connector."""

import base64
import hashlib
import hmac
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.connect.delighted import signature as delighted
from bole.connect.freshdesk import signature as freshdesk
from bole.connect.github import signature as github
from bole.connect.jira import signature as jira
from bole.connect.signing import WrongSignature

SECRET = "a-secret-of-32-characters-at-least"
BODY = json.dumps({"action": "opened", "标题": "写方案"}, ensure_ascii=False).encode("utf-8")
SIGNED = {"X-Hub-Signature-256": github, "X-Hub-Signature": jira, "X-Delighted-Webhook-Signature": delighted}


def signed(body, secret=SECRET, algorithm="sha256"):
    return f"{algorithm}=" + hmac.new(secret.encode("utf-8"), body, algorithm).hexdigest()


def basic(password, user="bole", scheme="Basic"):
    return f"{scheme} " + base64.b64encode(f"{user}:{password}".encode()).decode("ascii")


RIGHT = signed(BODY)
FORGED = {
    "missing": None,
    "empty": "",
    "only the scheme": "sha256=",
    "without the scheme": RIGHT.removeprefix("sha256="),
    "another scheme": RIGHT.replace("sha256=", "sha512="),
    "sha1": signed(BODY, algorithm="sha1"),
    "sha512": signed(BODY, algorithm="sha512"),
    "another secret": signed(BODY, "another-secret-of-32-characters-at-least"),
    "the empty secret": signed(BODY, ""),
    "another body's": signed(BODY + b" "),
    "an empty body's": signed(b""),
    "a hash without a secret": "sha256=" + hashlib.sha256(BODY).hexdigest(),
    "a hash of secret and body": "sha256=" + hashlib.sha256(SECRET.encode() + BODY).hexdigest(),
    "cut short": RIGHT[:-1],
    "too long": RIGHT + "0",
    "in capitals": RIGHT.upper(),
    "with space before": " " + RIGHT,
    "with a line break after": RIGHT + "\n",
    "twice": f"{RIGHT}, {RIGHT}",
    "one digit off": RIGHT[:-1] + ("0" if RIGHT[-1] != "0" else "1"),
    "the secret itself": SECRET,
    "base64": "sha256=" + base64.b64encode(hmac.new(SECRET.encode(), BODY, "sha256").digest()).decode(),
    "full-width digits": "sha256=" + "０" * 64,
    "a lone surrogate": "sha256=\udcff",
    "null": "null",
    "zeros": "sha256=" + "0" * 64,
}


@pytest.mark.parametrize("header, vendor", SIGNED.items(), ids=["github", "jira", "delighted"])
class TestASignedBody:
    def test_passes_with_the_right_signature_whatever_the_case_of_the_header(self, header, vendor):
        vendor.verify(BODY, {header: RIGHT}, SECRET)
        vendor.verify(BODY, {header.lower(): RIGHT, "Content-Type": "application/json"}, SECRET)

    @pytest.mark.parametrize("how", FORGED)
    def test_is_refused_with_a_forged_signature(self, header, vendor, how):
        headers = {} if FORGED[how] is None else {header: FORGED[how]}

        with pytest.raises(WrongSignature) as refused:
            vendor.verify(BODY, headers, SECRET)

        assert (refused.value.status, refused.value.code) == (401, "wrong_signature")

    def test_is_refused_where_the_connection_has_no_secret(self, header, vendor):
        with pytest.raises(WrongSignature):
            vendor.verify(BODY, {header: signed(BODY, "")}, "")

    def test_is_refused_under_another_vendors_header(self, header, vendor):
        headers = {other: RIGHT for other in [*SIGNED, "X-Signature", "Signature", "Authorization"] if other != header}

        with pytest.raises(WrongSignature):
            vendor.verify(BODY, headers, SECRET)

    def test_is_refused_with_one_bit_of_the_body_turned_at_every_place(self, header, vendor):
        refused = 0
        for place in range(len(BODY)):
            turned = BODY[:place] + bytes([BODY[place] ^ 1]) + BODY[place + 1 :]
            with pytest.raises(WrongSignature):
                vendor.verify(turned, {header: RIGHT}, SECRET)
            refused += 1

        assert refused == len(BODY)

    def test_passes_again_when_it_is_sent_again(self, header, vendor):
        # The signature holds no moment, so a replay passes; it changes nothing, which the tests of the mappings and of `record` show.
        vendor.verify(BODY, {header: RIGHT}, SECRET)
        vendor.verify(BODY, {header: RIGHT}, SECRET)

    @given(given_text=st.text(max_size=80))
    def test_is_refused_with_any_other_text(self, header, vendor, given_text):
        with pytest.raises(WrongSignature):
            vendor.verify(BODY, {header: given_text}, SECRET)

    def test_says_nothing_of_what_was_wrong(self, header, vendor):
        with pytest.raises(WrongSignature) as refused:
            vendor.verify(BODY, {header: "sha256=00"}, SECRET)

        assert (refused.value.facts, refused.value.where) == ({}, "")


class TestFreshdesk:
    @pytest.mark.parametrize(
        "headers",
        [
            {"X-Bole-Secret": SECRET},
            {"x-bole-secret": SECRET},
            {"Authorization": basic(SECRET)},
            {"authorization": basic(SECRET, user="")},
            {"Authorization": basic(SECRET, scheme="basic")},
            {"X-Bole-Secret": "wrong", "Authorization": basic(SECRET)},
        ],
        ids=str,
    )
    def test_passes_with_the_secret_in_the_header_or_as_the_password(self, headers):
        freshdesk.verify(BODY, headers, SECRET)

    @pytest.mark.parametrize(
        "headers",
        [
            {},
            {"X-Bole-Secret": ""},
            {"X-Bole-Secret": SECRET[:-1]},
            {"X-Bole-Secret": SECRET + " "},
            {"X-Bole-Secret": SECRET.upper()},
            {"X-Bole-Secret": RIGHT},
            {"X-Secret": SECRET},
            {"Authorization": SECRET},
            {"Authorization": f"Bearer {SECRET}"},
            {"Authorization": "Basic"},
            {"Authorization": "Basic !!!"},
            {"Authorization": "Basic /w=="},
            {"Authorization": basic("")},
            {"Authorization": basic("", user=SECRET)},
            {"Authorization": basic(SECRET + ":")},
            {"Authorization": basic(SECRET, scheme="Digest")},
            {"Authorization": "Basic \u00e9"},
            {"X-Bole-Secret": "密钥"},
        ],
        ids=str,
    )
    def test_refuses_everything_else(self, headers):
        with pytest.raises(WrongSignature):
            freshdesk.verify(BODY, headers, SECRET)

    @pytest.mark.parametrize("headers", [{}, {"X-Bole-Secret": ""}, {"Authorization": basic("")}], ids=str)
    def test_refuses_all_where_the_connection_has_no_secret(self, headers):
        with pytest.raises(WrongSignature):
            freshdesk.verify(BODY, headers, "")

    @given(st.text(max_size=60), st.text(max_size=60))
    def test_refuses_any_other_text(self, secret, authorization):
        with pytest.raises(WrongSignature):
            freshdesk.verify(BODY, {"X-Bole-Secret": secret, "Authorization": authorization}, SECRET)
