"""WeCom 企业微信: 获取access_token, 发送应用消息 (textcard). WeCom itself drops the same message to the same person within half an hour."""

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from bole.notices.channels.message import Application, Message
from bole.notices.outgoing import ask
from bole.notices.rules.trying import Outcome, of_status

if TYPE_CHECKING:
    import httpx

NOBODY = {81013, 60111, 40031}  # no such user, or outside of what the application may see
NEW_TOKEN = {40014, 42001, 41001}
BUSY = {-1, 45009, 45033}


def token(client: "httpx.Client", app: Application) -> str:
    """Return a token of the application, or nothing."""
    told = ask(client, "GET", f"{app.base}/cgi-bin/gettoken?{urlencode({'corpid': app.corp_id, 'corpsecret': app.secret})}").told
    return str(told.get("access_token", "")) if told.get("errcode", 0) == 0 else ""


def body_of(app: Application, message: Message) -> dict[str, object]:
    """Return what WeCom is told."""
    card = {"title": message.title, "description": message.body, "url": message.url, "btntxt": message.button}
    return {
        "touser": app.user_id,
        "msgtype": "textcard",
        "agentid": int(app.agent_id) if app.agent_id.isdigit() else app.agent_id,
        "textcard": card,
        "enable_duplicate_check": 1,
        "duplicate_check_interval": 1800,
    }


def send(client: "httpx.Client", app: Application, message: Message, access: str) -> Outcome:
    """Send to one user."""
    answer = ask(client, "POST", f"{app.base}/cgi-bin/message/send?access_token={access}", body=body_of(app, message))
    if answer.status >= 300:
        return of_status(answer.status, answer.retry_after)
    code = int(answer.told.get("errcode", -1))
    if code in NOBODY or answer.told.get("invaliduser"):
        return Outcome("gone", str(code))
    if code in NEW_TOKEN | BUSY:
        return Outcome("later", str(code))
    return Outcome("sent" if code == 0 else "refused", str(code))
