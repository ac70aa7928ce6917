"""A provider of sign-in, started in tests: it speaks as WeCom, DingTalk and Feishu document, and remembers which codes were used."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

SECRET, CORP = "s3cret-of-the-app", "corp-qingyan"


@dataclass(slots=True)
class Member:
    """Somebody in the provider's directory."""

    user_id: str
    email: str = ""
    corp: str = CORP


@dataclass(slots=True)
class Other:
    """The provider: its address, who signs in there, the codes it gave, what it was asked."""

    address: str = ""
    codes: dict[str, Member] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    is_broken: bool = False
    now_here: Member | None = None  # whoever holds the browser at the provider's own door

    def give_code(self, member: Member) -> str:
        """Give a code, as after somebody agreed."""
        code = f"code-{len(self.codes) + len(self.asked)}"
        self.codes[code] = member
        return code

    def take(self, code: str) -> Member | None:
        """Take a code back, once."""
        return self.codes.pop(code, None)


class Speaker(BaseHTTPRequestHandler):
    """Answers as the three document. The server holds what it knows."""

    server: "Server"

    @property
    def other(self) -> Other:
        return self.server.other

    @property
    def spoken(self) -> dict[str, Member]:
        return self.server.spoken

    def log_message(self, *_said: Any) -> None:
        """Say nothing."""

    def say(self, told: object, status: int = 200) -> None:
        body = b"<html>" if self.other.is_broken else json.dumps(told).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(url.query).items()}
        self.other.asked.append(url.path)
        DOORS.get(url.path, lambda *_: self.say({"errcode": 404}, 404))(self, asked)

    def do_POST(self) -> None:
        url = urlsplit(self.path)
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.other.asked.append(url.path)
        DOORS.get(url.path, lambda *_: self.say({"errcode": 404}, 404))(self, body)

    def lead_back(self, asked: dict[str, str], name: str = "code") -> None:
        """Do what the door does once somebody agreed: lead back with a code and the state."""
        assert self.other.now_here is not None
        code = self.other.give_code(self.other.now_here)
        self.send_response(302)
        self.send_header("Location", f"{asked['redirect_uri']}?{name}={code}&state={asked['state']}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def wecom_token(self, asked: dict[str, str]) -> None:
        good = (asked["corpid"], asked["corpsecret"]) == (CORP, SECRET)
        self.say({"errcode": 0, "errmsg": "ok", "access_token": "app", "expires_in": 7200} if good else {"errcode": 40001, "errmsg": "x"})

    def wecom_who(self, asked: dict[str, str]) -> None:
        member = self.other.take(asked["code"])
        if member is None or asked["access_token"] != "app":
            self.say({"errcode": 40029, "errmsg": "invalid code"})
        elif member.corp != CORP:
            self.say({"errcode": 0, "errmsg": "ok", "openid": "o-outside"})
        else:
            self.spoken["ticket"] = member
            self.say({"errcode": 0, "errmsg": "ok", "userid": member.user_id, "user_ticket": "ticket"})

    def wecom_details(self, asked: dict[str, str]) -> None:
        member = self.spoken[asked["user_ticket"]]
        self.say({"errcode": 0, "errmsg": "ok", "userid": member.user_id, "email": "typed@home.example", "biz_mail": member.email})

    def dingtalk_token(self, asked: dict[str, str]) -> None:
        member = self.other.take(asked["code"])
        if member is None or asked["clientSecret"] != SECRET:
            self.say({"code": "invalidParameter.authCode.notFound", "message": "不合法的临时授权码"}, 400)
        else:
            self.spoken["person"] = member
            self.say({"accessToken": "person", "refreshToken": "r", "expireIn": 7200, "corpId": member.corp})

    def dingtalk_me(self, _asked: dict[str, str]) -> None:
        member = self.spoken[self.headers["x-acs-dingtalk-access-token"]]
        self.say({"nick": "n", "openId": "o", "unionId": f"union-{member.user_id}", "email": "typed@home.example"})

    def dingtalk_app(self, _asked: dict[str, str]) -> None:
        self.say({"accessToken": "app", "expireIn": 7200})

    def dingtalk_by_union(self, asked: dict[str, str]) -> None:
        user_id = asked["unionid"].removeprefix("union-")
        kind = 1 if user_id.startswith("guest") else 0
        self.say({"errcode": 0, "errmsg": "ok", "result": {"contact_type": kind, "userid": user_id}})

    def dingtalk_user(self, asked: dict[str, str]) -> None:
        self.say({"errcode": 0, "errmsg": "ok", "result": {"userid": asked["userid"], "org_email": self.spoken["person"].email}})

    def feishu_token(self, asked: dict[str, str]) -> None:
        member = self.other.take(asked["code"])
        if member is None or asked["client_secret"] != SECRET or "redirect_uri" not in asked:
            self.say({"code": 20003, "error": "invalid_grant", "error_description": "code is used"}, 400)
        else:
            self.spoken["Bearer person"] = member
            self.say({"code": 0, "access_token": "person", "expires_in": 7200, "token_type": "Bearer"})

    def feishu_who(self, _asked: dict[str, str]) -> None:
        member = self.spoken[self.headers["Authorization"]]
        data = {"user_id": member.user_id, "enterprise_email": member.email, "email": "typed@home.example", "tenant_key": member.corp}
        self.say({"code": 0, "msg": "success", "data": data})


DOORS = {
    "/connect/oauth2/authorize": Speaker.lead_back,
    "/wwlogin/sso/login": Speaker.lead_back,
    "/oauth2/auth": lambda self, asked: self.lead_back(asked, "authCode"),
    "/open-apis/authen/v1/authorize": Speaker.lead_back,
    "/cgi-bin/gettoken": Speaker.wecom_token,
    "/cgi-bin/auth/getuserinfo": Speaker.wecom_who,
    "/cgi-bin/auth/getuserdetail": Speaker.wecom_details,
    "/v1.0/oauth2/userAccessToken": Speaker.dingtalk_token,
    "/v1.0/contact/users/me": Speaker.dingtalk_me,
    "/v1.0/oauth2/accessToken": Speaker.dingtalk_app,
    "/topapi/user/getbyunionid": Speaker.dingtalk_by_union,
    "/topapi/v2/user/get": Speaker.dingtalk_user,
    "/open-apis/authen/v2/oauth/token": Speaker.feishu_token,
    "/open-apis/authen/v1/user_info": Speaker.feishu_who,
}


class Server(ThreadingHTTPServer):
    """Listens, and holds what the provider knows."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Speaker)
        self.other = Other(f"http://127.0.0.1:{self.server_address[1]}")
        self.spoken: dict[str, Member] = {}


@contextmanager
def provider() -> Iterator[Other]:
    """Start the provider on a port of its own."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.other
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
