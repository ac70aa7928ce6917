"""Edges of every request: its line in the log, its language, and refusals turned into words and a status."""

import logging
import secrets
import time
from collections.abc import Callable, Mapping, Sequence

from django.conf import settings
from django.core.exceptions import BadRequest as DjangoBadRequest
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import OperationalError, connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext

from bole.kit.ui.periods import period_words
from bole.values.period import Period
from bole.values.refusal import NotFound, Refused, say

log = logging.getLogger("bole.request")
Answer = Callable[[HttpRequest], HttpResponse]
LANGUAGES = {"zh-hans", "en"}
# What Django says of requests that nobody can read or that lead astray.
BROKEN = (DjangoBadRequest, MultiPartParserError, SuspiciousOperation, UnreadablePostError)


class Line:
    """Gives each request a number and leaves one line; an unexpected error becomes a page with that number."""

    def __init__(self, get_response: Answer) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and write the line."""
        request.number = secrets.token_hex(4)  # type: ignore[attr-defined]  # read by pages and the record
        _drop_broken_cookies(request)
        began, queries = time.perf_counter(), _Counter()
        with connection.execute_wrapper(queries):
            response = self.get_response(request)
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        if settings.ENVIRONMENT.is_secure:  # said here, because behind a proxy that ends TLS no request looks secure
            response["Strict-Transport-Security"] = f"max-age={settings.SECURE_HSTS_SECONDS}; includeSubDomains"
        if request.path.startswith("/static/"):
            return response
        response["X-Request-Id"] = request.number  # type: ignore[attr-defined]
        if "Cache-Control" not in response:
            add_never_cache_headers(response)
            response["Cache-Control"] = "no-store"
        facts = {
            "request": request.number,  # type: ignore[attr-defined]
            "verb": request.method,
            "path": request.path,
            "status": response.status_code,
            "account": getattr(getattr(request, "viewer", None), "account_id", None),
            "ms": round((time.perf_counter() - began) * 1000, 1),
            "queries": queries.count,
        }
        level = logging.ERROR if response.status_code >= 500 else logging.INFO
        log.log(level, "request", extra={"facts": facts})
        return response


def _drop_broken_cookies(request: HttpRequest) -> None:
    """Forget cookies that hold a NUL: one of our databases refuses to be asked for it."""
    for name in [name for name, value in request.COOKIES.items() if "\x00" in value]:
        del request.COOKIES[name]


class _Counter:
    def __init__(self) -> None:
        self.count = 0

    def __call__(self, execute, sql, params, many, context):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN204  (Django's shape)
        self.count += 1
        return execute(sql, params, many, context)


class Language:
    """Chinese first: the cookie decides, then the browser's first wish, else Chinese."""

    def __init__(self, get_response: Answer) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the reader's language."""
        language = language_of(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.setdefault("Content-Language", language)
        return response


def language_of(request: HttpRequest) -> str:
    """Return the language of this reader."""
    kept = request.COOKIES.get("language", "")
    if kept in LANGUAGES:
        return kept
    wish = request.headers.get("Accept-Language", "").split(",")[0].strip().lower()
    return "en" if wish.startswith("en") else "zh-hans"


class Refusals:
    """The one place where a refusal becomes words and a status."""

    def __init__(self, get_response: Answer) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Callable[..., HttpResponse], _args: Sequence[object], named: Mapping[str, object]
    ) -> HttpResponse | None:
        """Refuse what no database holds before a view asks for it: NUL in an address, a question or a form."""
        if any("\x00" in str(value) for value in named.values()):
            return refusal(request, NotFound())
        told = [request.GET] if wants_json(request) else [request.GET, request.POST]
        if any("\x00" in text for one in told for name, values in one.lists() for text in (name, *values)):
            return refusal(request, NulInText(), kept=_kept(request))
        return None

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """Answer a refusal, a missing page or a fault of ours."""
        if isinstance(problem, Refused):
            return refusal(request, problem)
        if isinstance(problem, Http404):
            return refusal(request, NotFound())
        if isinstance(problem, RequestDataTooBig):
            return refusal(request, _TooBig(limit=settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 2**20))
        if isinstance(problem, BROKEN):
            return refusal(request, BadRequest())
        if isinstance(problem, OperationalError):
            log.exception("the database did not answer")
            response = fault(request, 503)
            response["Retry-After"] = "2"
            return response
        if settings.DEBUG:
            return None
        log.exception("unexpected", extra={"facts": {"request": getattr(request, "number", "")}})
        return fault(request, 500)


class BadRequest(Refused):
    """The request itself is broken."""

    code = "bad_request"
    status = 400
    sentence = say("This request cannot be read.")


class NulInText(BadRequest):
    """A form holds a character that no database keeps. What was typed is given back without it."""

    sentence = say("The text holds a character that cannot be kept (NUL), so nothing was saved.")
    hint = say("Send it again without that character.")


def _kept(request: HttpRequest) -> list[str]:
    """Return what was typed into a form, without the character that cannot be kept; secrets are not given back."""
    named = ((name, text.replace("\x00", "")) for name, values in request.POST.lists() for text in values)
    return [text for name, text in named if text and name != "csrfmiddlewaretoken" and "password" not in name and "code" not in name]


class _TooBig(Refused):
    code = "too_long"
    status = 413
    sentence = say("The body is larger than {limit} MB.")
    hint = say("Send it in several parts.")


def words_of(refused: Refused) -> tuple[str, str]:
    """Return the sentence and the hint in the reader's language, filled."""
    return filled(refused.sentence, refused.facts), filled(refused.hint, refused.facts)


def filled(sentence: str, facts: Mapping[str, object]) -> str:
    """Return a sentence of the catalogue in the reader's language, filled; one without facts stays as it is."""
    words = gettext(sentence) if sentence else ""
    return words.format(**{key: _said(value) for key, value in facts.items()}) if facts else words


def plain_facts(refused: Refused) -> dict[str, object]:
    """Return what fills a refusal so that it can be kept, numbers and texts; texts in no reader's language yet."""
    return {key: value if isinstance(value, int) else _storable(value) for key, value in refused.facts.items()}


def _storable(value: object) -> str:
    text = value if isinstance(value, str) else str(_said(value))
    return text[:200].encode("utf-8", "replace").decode("utf-8").replace("\x00", "")


def _said(value: object) -> object:
    """Return a fact of a refusal as people say it."""
    if isinstance(value, Period):
        return period_words(value)
    return translation.gettext(value) if isinstance(value, str) and value else value


# What an address of the API names, in the order in which it is said.
_NAMED: Mapping[str, str] = {
    "number": say("person"), "connection": say("connection"), "unit": say("unit"), "period": say("period"), "indicator": say("indicator"),
    "ref": say("reference"), "person": say("person"),
}  # fmt: skip


def _nothing_found(request: HttpRequest) -> str:
    """Return what an address of the API asked for and nobody found. It is read off the address alone: all reasons sound alike."""
    match = request.resolver_match
    if match is None:
        return gettext("The API has no such address.")
    asked = {*match.kwargs, *(name for name, value in request.GET.items() if value)}
    names = list(dict.fromkeys(gettext(words) for name, words in _NAMED.items() if name in asked))
    if not names:
        return gettext("There is nothing here, or it is not open to you.")
    return gettext("Nothing is found for this {names}, or it is not open to you.").format(names=gettext(", ").join(names))


def wants_json(request: HttpRequest) -> bool:
    """Test if a program asks: another system, or a phone's worker that sends what has waited."""
    return request.path.startswith(("/api/", "/hooks/")) or "Bole-Queue" in request.headers


def refusal(request: HttpRequest, refused: Refused, *, kept: Sequence[str] = ()) -> HttpResponse:
    """Answer a refusal: JSON to programs, a page to people, with `kept` of what they typed.

    What is not found says nothing of where: there all answers are alike.
    """
    sentence, hint = words_of(refused)
    if wants_json(request):
        where = "" if isinstance(refused, NotFound) else refused.where
        sentence = _nothing_found(request) if isinstance(refused, NotFound) else sentence
        body = {"code": refused.code, "message": sentence, "where": where, "hint": hint}
        extra = getattr(refused, "details", None)
        return JsonResponse(body | ({"details": extra} if extra else {}), status=refused.status, json_dumps_params={"ensure_ascii": False})
    context = {"refused": refused, "sentence": sentence, "hint": hint, "status": refused.status, "kept": kept}
    return render(request, "kit/refused.html", context, status=refused.status)


def fault(request: HttpRequest, status: int) -> HttpResponse:
    """Answer an error that is ours, with its number."""
    number = getattr(request, "number", "")
    sentence = gettext(
        "This step failed, and it is our fault. What you wrote is kept. Try again in a moment, or give number {id} to your administrator."
    ).format(id=number)
    if wants_json(request):
        body = {"code": "fault", "message": sentence, "where": "", "hint": ""}
        return JsonResponse(body, status=status, json_dumps_params={"ensure_ascii": False})
    return render(request, "kit/refused.html", {"sentence": sentence, "hint": "", "status": status}, status=status)
