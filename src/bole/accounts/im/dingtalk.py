"""DingTalk, as open.dingtalk.com documents it: signing in to other web sites, the user's token, user id by union id, details of a user."""

from collections.abc import Mapping

from bole.accounts.im.shape import Ask, Found, NotAMember, Provider, RefusedByProvider, Seat, Walk, insist, text

INSIDE_THE_COMPANY = "0"
NOT_IN_THE_DIRECTORY = "60121"


def door(seat: Seat, back: str, state: str) -> str:
    """Return the door: inside DingTalk it opens by itself, on a desk it shows a QR code."""
    asked = {"redirect_uri": back, "response_type": "code", "client_id": seat.app_id, "scope": "openid corpid", "state": state}
    return seat.at("inside", "/oauth2/auth", **asked, prompt="consent", corpId=seat.corp_id, exclusiveLogin="true")


def who(seat: Seat, code: str, _back: str) -> Walk:
    """Change the code for the person's token and union id, then ask our own directory who that is.

    :raises RefusedByProvider: if the code is no good
    :raises NotAMember: if another company was chosen, or the directory does not hold the person
    """
    exchange = {"clientId": seat.app_id, "clientSecret": seat.secret, "code": code, "grantType": "authorization_code"}
    given = yield Ask(url=seat.at("api", "/v1.0/oauth2/userAccessToken"), body=exchange)
    if not text(given, "accessToken"):
        raise RefusedByProvider(text(given, "code"))
    if text(given, "corpId") != seat.corp_id:
        raise NotAMember
    own = {"x-acs-dingtalk-access-token": text(given, "accessToken")}
    me = yield Ask(url=seat.at("api", "/v1.0/contact/users/me"), headers=own)
    union_id = text(me, "unionId")
    if not union_id:
        raise RefusedByProvider(text(me, "code"))
    app = yield Ask(url=seat.at("api", "/v1.0/oauth2/accessToken"), body={"appKey": seat.app_id, "appSecret": seat.secret})
    token = text(app, "accessToken")
    held = yield Ask(url=seat.at("directory", "/topapi/user/getbyunionid", access_token=token), body={"unionid": union_id})
    if str(held.get("errcode")) == NOT_IN_THE_DIRECTORY:
        raise NotAMember
    insist(held, code="errcode")
    result = held.get("result")
    if not isinstance(result, Mapping) or str(result.get("contact_type")) != INSIDE_THE_COMPANY:
        raise NotAMember
    user_id = text(held, "result", "userid")
    more = yield Ask(url=seat.at("directory", "/topapi/v2/user/get", access_token=token), body={"userid": user_id})
    # `email` may be the person's own; `org_email` is the mailbox that the company gave. Without the right to read it there is none.
    return Found(user_id=user_id, work_email=text(more, "result", "org_email"))


DINGTALK = Provider(
    code="dingtalk",
    name="DingTalk",
    servers={
        "inside": "https://login.dingtalk.com",
        "api": "https://api.dingtalk.com",
        "directory": "https://oapi.dingtalk.com",
    },
    needs=("corp_id", "app_id", "agent_id"),
    marks=("dingtalk/",),
    code_names=("authCode", "code"),
    inside=door,
    scan=door,
    who=who,
)
