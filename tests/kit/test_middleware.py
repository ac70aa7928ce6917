"""The edges of every request: headers on every answer, refusals in words, languages, and bytes that no database holds."""

import json
import re
from dataclasses import replace

import pytest
from django.conf import settings
from django.core.exceptions import DisallowedRedirect, RequestDataTooBig, SuspiciousOperation
from django.db import OperationalError
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.test import Client, RequestFactory, override_settings

from bole.kit.middleware import Refusals, language_of
from bole.values.refusal import Invalid, NotFound, Stale
from tests.factories import make_account, make_company, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader() -> Client:
    """Return the browser of an employee."""
    client = Client()
    client.force_login(make_account(make_person(make_company(), "李四")))
    return client


def ask(path: str = "/performance/", **headers: str) -> HttpRequest:
    request = RequestFactory(headers=headers).get(path)
    request.number = "ab12cd34"
    return request


def answered(problem: Exception, path: str = "/performance/") -> tuple[int, str, dict[str, str]]:
    response = Refusals(lambda _request: None).process_exception(ask(path), problem)
    return response.status_code, response.content.decode(), dict(response.headers)


class TestRefusals:
    def test_say_code_words_place_and_hint_to_programs(self) -> None:
        status, body, _ = answered(Invalid(where="/items/3"), "/api/v1/items")

        assert status == 422
        assert json.loads(body) == {"code": "invalid", "message": "这里有内容需要再看一下。", "where": "/items/3", "hint": ""}

    def test_say_both_texts_where_two_changed_at_once(self) -> None:
        clash = Stale(name="苏文", time="10:24")
        clash.details = {"yours": {"name": "甲"}, "theirs": {"name": "乙"}}

        status, body, _ = answered(clash, "/api/v1/items")

        assert (status, json.loads(body)["details"]) == (409, {"yours": {"name": "甲"}, "theirs": {"name": "乙"}})

    def test_say_a_page_to_people(self) -> None:
        status, body, headers = answered(NotFound())

        assert (status, headers["Content-Type"]) == (404, "text/html; charset=utf-8")
        assert "<html" in body

    def test_give_a_fault_of_ours_its_number_and_no_detail(self) -> None:
        status, body, _ = answered(ZeroDivisionError("secret 4711"), "/api/v1/items")

        assert status == 500
        assert "ab12cd34" in json.loads(body)["message"]
        assert "4711" not in body

    @pytest.mark.parametrize(
        "broken", [DisallowedRedirect("x"), SuspiciousOperation("x"), MultiPartParserError("x"), UnreadablePostError("x")]
    )
    def test_take_no_blame_for_a_request_that_is_broken(self, broken: Exception) -> None:
        status, body, _ = answered(broken, "/api/v1/items")

        assert (status, json.loads(body)["code"]) == (400, "bad_request")

    def test_ask_to_come_again_where_the_database_did_not_answer(self) -> None:
        status, _, headers = answered(OperationalError("locked"))

        assert (status, headers["Retry-After"]) == (503, "2")

    def test_name_the_limit_of_a_body(self) -> None:
        status, body, _ = answered(RequestDataTooBig(), "/api/v1/items")

        assert (status, json.loads(body)["code"], json.loads(body)["hint"]) == (413, "too_long", "请分几次发送。")
        assert "10MB" in json.loads(body)["message"]


ODD = [
    "/performance/%00/",
    "/people/%00/",
    "/hooks/a%00/",
    "/search/?q=%00",
    "/search/?%00=q",
    "/performance/?period=%00",
    "/people/?after=a%00b",
]


class TestNul:
    @pytest.mark.parametrize("path", ODD)
    def test_never_reaches_a_database(self, reader: Client, path: str) -> None:
        response = reader.post(path) if path.startswith("/hooks/") else reader.get(path)

        assert response.status_code == (400 if "?" in path else 404)

    def test_is_refused_in_a_form(self, reader: Client) -> None:
        response = reader.post("/performance/support/ask/", {"words": "a\x00b"})

        assert response.status_code == 400

    def test_in_a_cookie_is_no_session(self) -> None:
        quoted = rf'{settings.SESSION_COOKIE_NAME}="abcdefgh\000abcdefgh"'

        response = Client().get("/performance/", headers={"cookie": quoted})

        assert response.status_code == 302


POLICY = {
    "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self' data:", "font-src": "'self'",
    "connect-src": "'self'", "manifest-src": "'self'", "worker-src": "'self'", "form-action": "'self'", "base-uri": "'none'",
    "frame-ancestors": "'none'", "object-src": "'none'",
}  # fmt: skip
PATHS = ["/", "/performance/", "/nowhere/", "/api/v1/nowhere", "/api/v1/openapi.json", "/api/v1/items", "/healthz", "/metrics", "/sign-in/",
         "/static/built/app.css", "/static/nowhere.css", "/hooks/nowhere/", "/search/?q=%00"]  # fmt: skip


def policy_of(text: str) -> dict[str, str]:
    return {name: rest for name, _, rest in (part.strip().partition(" ") for part in text.split(";") if part.strip())}


class TestHeaders:
    @pytest.mark.parametrize("path", PATHS)
    @pytest.mark.parametrize("signed_in", [False, True])
    def test_stand_on_every_answer(self, reader: Client, path: str, *, signed_in: bool) -> None:
        response = (reader if signed_in else Client()).get(path)
        response.close()

        assert policy_of(response["Content-Security-Policy"]) == POLICY
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response.get("X-Frame-Options") == "DENY" or path.startswith("/static/")
        assert response["Referrer-Policy"] == "same-origin"
        assert response["Cross-Origin-Opener-Policy"] == "same-origin"
        assert response["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "camera=()" in response["Permissions-Policy"]
        assert "Strict-Transport-Security" not in response

    @pytest.mark.parametrize("path", [path for path in PATHS if not path.startswith("/static/")])
    def test_let_nobody_keep_an_answer(self, reader: Client, path: str) -> None:
        response = reader.get(path)

        assert "no-store" in response["Cache-Control"]
        assert re.fullmatch(r"[0-9a-f]{8}", response["X-Request-Id"])

    def test_insist_on_https_only_where_people_come_by_https(self) -> None:
        by_https = replace(settings.ENVIRONMENT, address="https://hr.example.com")
        with override_settings(ENVIRONMENT=by_https, SECURE_HSTS_SECONDS=31536000):
            response = Client().get("/sign-in/")

        assert response["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


class TestLanguage:
    @pytest.mark.parametrize(
        ("cookie", "wish", "language"),
        [
            ("", "", "zh-hans"), ("", "zh-CN,en;q=0.5", "zh-hans"), ("", "en-GB,zh;q=0.9", "en"), ("", "de,en;q=0.5", "zh-hans"),
            ("en", "zh-CN", "en"), ("zh-hans", "en", "zh-hans"), ("de", "en", "en"), ("../../etc", "", "zh-hans"),
        ],
    )  # fmt: skip
    def test_is_the_cookies_then_the_browsers_then_chinese(self, cookie: str, wish: str, language: str) -> None:
        request = ask(**{"Accept-Language": wish})
        request.COOKIES["language"] = cookie

        assert language_of(request) == language


class TestGoingBack:
    @pytest.mark.parametrize("path", ["/language/", "/theme/"])
    @pytest.mark.parametrize(
        "wish", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example", "http:///evil.example"]
    )
    def test_never_leads_outside(self, reader: Client, path: str, wish: str) -> None:
        response = reader.post(path, {"language": "en", "theme": "ink", "next": wish})

        assert (response.status_code, response["Location"]) == (302, "/")

    def test_leads_to_where_one_was(self) -> None:
        response = Client().post("/language/", {"language": "en", "next": "/performance/?period=2026-10"})

        assert (response["Location"], response.cookies["language"].value) == ("/performance/?period=2026-10", "en")


class TestAFormWithoutItsToken:
    def test_changes_nothing_and_says_what_to_do(self) -> None:
        response = Client(enforce_csrf_checks=True).post("/language/", {"language": "en"})

        assert response.status_code == 403
        assert "什么都没有改动" in response.content.decode()
        assert "language" not in response.cookies
