"""Feishu 飞书: 自建应用获取 tenant_access_token, 发送消息 (interactive).

Feishu itself drops a second message with the same uuid within an hour.
"""

import json
from typing import TYPE_CHECKING

from bole.notices.channels.message import Application, Message
from bole.notices.outgoing import ask
from bole.notices.rules.trying import Outcome, of_status

if TYPE_CHECKING:
    import httpx

NOBODY = {230013, 230034, 99992351, 99992360}  # outside of what the application may see, or no such user
BUSY = {11232, 11233, 230020, 99991400, 99991663, 99991661}


def token(client: "httpx.Client", app: Application) -> str:
    """Return a token of the company, or nothing."""
    asked = {"app_id": app.app_id, "app_secret": app.secret}
    told = ask(client, "POST", f"{app.base}/open-apis/auth/v3/tenant_access_token/internal", body=asked).told
    return str(told.get("tenant_access_token", "")) if told.get("code", 0) == 0 else ""


def body_of(app: Application, message: Message) -> dict[str, object]:
    """Return what Feishu is told."""
    button = {"tag": "button", "text": {"tag": "plain_text", "content": message.button}, "url": message.url, "type": "primary"}
    card = {
        "header": {"title": {"tag": "plain_text", "content": message.title}},
        "elements": [
            {"tag": "div", "text": {"tag": "plain_text", "content": message.body}},
            {"tag": "action", "actions": [button]},
        ],
    }
    content = json.dumps(card, ensure_ascii=False)
    return {"receive_id": app.user_id, "msg_type": "interactive", "content": content, "uuid": message.key[:50]}


def send(client: "httpx.Client", app: Application, message: Message, access: str) -> Outcome:
    """Send to one user."""
    url = f"{app.base}/open-apis/im/v1/messages?receive_id_type=user_id"
    answer = ask(client, "POST", url, body=body_of(app, message), headers={"Authorization": f"Bearer {access}"})
    code = int(answer.told.get("code", -1)) if answer.told else 0
    if answer.told and code in NOBODY:
        return Outcome("gone", str(code))
    if answer.told and code in BUSY:
        return Outcome("later", str(code))
    if answer.status >= 300:
        return of_status(answer.status, answer.retry_after)
    return Outcome("sent" if code == 0 else "refused", str(code))
