"""The API: one NinjaAPI, strict JSON in, one shape of error out."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.parser import Parser

from bole.attendance.api import router as attendance_router
from bole.connect.api import router as connect_router
from bole.home.api import router as home_router
from bole.kit import strict_json
from bole.kit.middleware import refusal
from bole.signals.api import router as signals_router
from bole.values.refusal import Invalid, NotFound, Refused, say


class SignIn(Refused):
    """Nobody is known to ask."""

    code = "sign_in"
    status = 401
    sentence = say("Send a token as “Authorization: Bearer …”, or sign in.")


class BadValue(Invalid):
    """A parameter or a field has another shape."""

    code = "bad_value"
    sentence = say("A value here has another shape than it should: {problem}.")


class StrictParser(Parser):
    """Reads bodies strictly."""

    def parse_body(self, request: HttpRequest) -> Any:  # noqa: ANN401  (JSON is anything)
        """Read the body."""
        return strict_json.read(request.body)


api = NinjaAPI(
    title="Bole API",
    version="1",
    description="Everything that a program may do with Bole. It only grows; what is removed waits for v2.",
    docs_url=None,
    openapi_url="/openapi.json",
    parser=StrictParser(),
    urls_namespace="api",
)
api.add_router("", connect_router)
api.add_router("", home_router)
api.add_router("", attendance_router)
api.add_router("", signals_router)


@api.exception_handler(Refused)
def _refused(request: HttpRequest, problem: Refused) -> HttpResponse:
    return refusal(request, problem)


@api.exception_handler(AuthenticationError)
def _nobody(request: HttpRequest, _problem: AuthenticationError) -> HttpResponse:
    return refusal(request, SignIn())


@api.exception_handler(ValidationError)
def _shape(request: HttpRequest, problem: ValidationError) -> HttpResponse:
    first = problem.errors[0] if problem.errors else {}
    return refusal(request, BadValue(problem=str(first.get("msg", "")), where="/".join(str(part) for part in first.get("loc", ()))))


@api.exception_handler(HttpError)
def _http(request: HttpRequest, problem: HttpError) -> HttpResponse:
    return refusal(request, NotFound() if problem.status_code == 404 else BadValue(problem=str(problem)))
