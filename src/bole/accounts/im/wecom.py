"""WeCom, as developer.work.weixin.qq.com documents it: web authorization, web sign-in, who visits, and their private details."""

from bole.accounts.im.shape import Ask, Found, NotAMember, Provider, Seat, Walk, insist, text


def inside(seat: Seat, back: str, state: str) -> str:
    """Return the door for WeCom's own browser."""
    asked = {"appid": seat.corp_id, "redirect_uri": back, "response_type": "code", "scope": "snsapi_privateinfo", "state": state}
    return seat.at("inside", "/connect/oauth2/authorize", **asked, agentid=seat.agent_id) + "#wechat_redirect"


def scan(seat: Seat, back: str, state: str) -> str:
    """Return the page on which a desk shows WeCom's QR code."""
    asked = {"login_type": "CorpApp", "appid": seat.corp_id, "agentid": seat.agent_id, "redirect_uri": back, "state": state}
    return seat.at("scan", "/wwlogin/sso/login", **asked)


def who(seat: Seat, code: str, _back: str) -> Walk:
    """Ask for the application's token, then whose code this is, then for the work e-mail if the person let us.

    :raises RefusedByProvider: if the code is no good
    :raises NotAMember: if the person is not of this company (WeCom answers with an `openid` alone)
    """
    given = yield Ask(url=seat.at("api", "/cgi-bin/gettoken", corpid=seat.corp_id, corpsecret=seat.secret))
    insist(given, code="errcode")
    token = text(given, "access_token")
    person = yield Ask(url=seat.at("api", "/cgi-bin/auth/getuserinfo", access_token=token, code=code))
    insist(person, code="errcode")
    user_id, ticket = text(person, "userid"), text(person, "user_ticket")
    if not user_id:
        raise NotAMember
    if not ticket:
        return Found(user_id=user_id)
    more = yield Ask(url=seat.at("api", "/cgi-bin/auth/getuserdetail", access_token=token), body={"user_ticket": ticket})
    insist(more, code="errcode")
    # `email` is what the person typed; `biz_mail` is the mailbox that the company gave.
    return Found(user_id=user_id, work_email=text(more, "biz_mail"))


WECOM = Provider(
    code="wecom",
    name="WeCom",
    servers={
        "inside": "https://open.weixin.qq.com",
        "scan": "https://login.work.weixin.qq.com",
        "api": "https://qyapi.weixin.qq.com",
    },
    needs=("corp_id", "agent_id"),
    marks=("wxwork/",),
    code_names=("code",),
    inside=inside,
    scan=scan,
    who=who,
)
