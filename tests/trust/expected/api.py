"""The API: programs and their scopes."""

from tests.trust.expected.who import EVERYBODY, NOBODY, OK, PERSONAS, PROGRAMS, SCORE, Address, all_alike, to

# fmt: off
# A program with the scope reads anybody's score; `own` is a colleague's to it.
API_SCORE = {target: {**who, "token_score": 404 if target == "ghost" else OK} for target, who in SCORE.items()}
TO_SEND = {"token_facts": 422, "token_score": 403, "token_dir": 403, "token_absences": 403}
API = {
    "api:openapi-json": Address("/api/v1/openapi.json", all_alike(to(*PERSONAS)), kind="any"),
    "api:api-root": Address("/api/v1/", all_alike(NOBODY), kind="any"),
    "api:post_items": Address("/api/v1/items", post=all_alike(TO_SEND), kind="send"),
    "api:post_facts": Address("/api/v1/facts", post=all_alike(TO_SEND), kind="send"),
    "api:post_series": Address("/api/v1/series", post=all_alike(dict.fromkeys(PROGRAMS, 403)), kind="send"),
    "api:post_absences": Address(
        "/api/v1/absences", post=all_alike({"token_absences": 422, "token_facts": 403, "token_score": 403, "token_dir": 403}), kind="send"
    ),
    "api:get_card": Address(
        "/api/v1/people/{person}",
        kind="api",
        get={
            **all_alike({**EVERYBODY, "token_dir": OK}, "own", "li", "outside"),
            "ghost": {},
        },
    ),
    "api:get_score": Address("/api/v1/people/{person}/score", API_SCORE, kind="api"),
    "api:get_export": Address(
        "/api/v1/people/{person}/export",
        kind="api",
        get={
            "own": EVERYBODY,
            "li": to("self"),
            "outside": {},
            "ghost": {},
        },
    ),
}
