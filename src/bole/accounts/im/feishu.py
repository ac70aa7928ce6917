"""Feishu, as open.feishu.cn documents it: the code of an authorization, the user's token (version 2), who that is."""

from bole.accounts.im.shape import Ask, Found, NotAMember, Provider, RefusedByProvider, Seat, Walk, insist, text


def door(seat: Seat, back: str, state: str) -> str:
    """Return the door: inside Feishu it opens by itself, on a desk it shows a QR code."""
    scope = "contact:user.employee_id:readonly"
    asked = {"client_id": seat.app_id, "response_type": "code", "redirect_uri": back, "scope": scope, "state": state}
    return seat.at("inside", "/open-apis/authen/v1/authorize", **asked)


def who(seat: Seat, code: str, back: str) -> Walk:
    """Change the code for the person's token, then ask who that is.

    :raises RefusedByProvider: if the code is no good
    :raises NotAMember: if the person belongs to another company, or to none
    """
    exchange = {
        "grant_type": "authorization_code",
        "client_id": seat.app_id,
        "client_secret": seat.secret,
        "code": code,
        "redirect_uri": back,
    }
    given = yield Ask(url=seat.at("api", "/open-apis/authen/v2/oauth/token"), body=exchange)
    insist(given, code="code")
    token = text(given, "access_token")
    if not token:
        raise RefusedByProvider
    own = yield Ask(url=seat.at("api", "/open-apis/authen/v1/user_info"), headers={"Authorization": f"Bearer {token}"})
    insist(own, code="code")
    # The company's id is asked for where the company told us its own: an application from the store has many companies.
    is_other = bool(seat.corp_id) and text(own, "data", "tenant_key") != seat.corp_id
    if is_other or not text(own, "data", "user_id"):
        raise NotAMember
    return Found(user_id=text(own, "data", "user_id"), work_email=text(own, "data", "enterprise_email"))


FEISHU = Provider(
    code="feishu",
    name="Feishu",
    servers={"inside": "https://accounts.feishu.cn", "api": "https://open.feishu.cn"},
    needs=("app_id",),
    marks=("lark/", "feishu/"),
    code_names=("code",),
    inside=door,
    scan=door,
    who=who,
)
