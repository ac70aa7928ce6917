"""DingTalk 钉钉: 获取企业内部应用的access_token, 工作通知 asyncsend_v2 (action_card)."""

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from bole.notices.channels.message import Application, Message
from bole.notices.outgoing import ask
from bole.notices.rules.trying import Outcome, of_status

if TYPE_CHECKING:
    import httpx

NOBODY = {33012, 400002, 60121}
BUSY = {-1, 88, 90018, 90002, 143106}
NEW_TOKEN = {40014, 42001}


def token(client: "httpx.Client", app: Application) -> str:
    """Return a token of the application, or nothing."""
    told = ask(client, "GET", f"{app.base}/gettoken?{urlencode({'appkey': app.app_id, 'appsecret': app.secret})}").told
    return str(told.get("access_token", "")) if told.get("errcode", 0) == 0 else ""


def body_of(app: Application, message: Message) -> dict[str, object]:
    """Return what DingTalk is told."""
    card = {
        "title": message.title,
        "markdown": f"### {message.title}\n{message.body}",
        "single_title": message.button,
        "single_url": message.url,
    }
    return {"agent_id": app.agent_id, "userid_list": app.user_id, "msg": {"msgtype": "action_card", "action_card": card}}


def send(client: "httpx.Client", app: Application, message: Message, access: str) -> Outcome:
    """Send to one user."""
    url = f"{app.base}/topapi/message/corpconversation/asyncsend_v2?access_token={access}"
    answer = ask(client, "POST", url, body=body_of(app, message))
    if answer.status >= 300:
        return of_status(answer.status, answer.retry_after)
    code = int(answer.told.get("errcode", -1))
    if code in NOBODY:
        return Outcome("gone", str(code))
    if code in BUSY | NEW_TOKEN:
        return Outcome("later", str(code))
    return Outcome("sent" if code == 0 else "refused", str(code))
