"""Robots of groups: Slack, Teams, WeCom, DingTalk, Feishu. Only news of the company goes this way, and never about a person."""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import quote

from bole.notices.channels.message import Message
from bole.notices.outgoing import ask
from bole.notices.rules.trying import Outcome, of_status

if TYPE_CHECKING:
    import httpx


def body_of(code: str, message: Message, secret: str, at: datetime) -> dict[str, object]:
    """Return what a robot is told."""
    plain = f"{message.title}\n{message.body}\n{message.url}"
    linked = f"**{message.title}**\n\n{message.body}\n\n[{message.button}]({message.url})"
    if code == "slack":
        return {"text": f"*{message.title}*\n{message.body}\n<{message.url}|{message.button}>"}
    if code == "teams":
        return {"type": "message", "attachments": [_card(message)]}
    if code == "wecom_robot":
        return {"msgtype": "markdown", "markdown": {"content": linked}}
    if code == "ding_robot":
        return {"msgtype": "markdown", "markdown": {"title": message.title, "text": linked}}
    signed = {"timestamp": str(int(at.timestamp())), "sign": _feishu_sign(secret, int(at.timestamp()))} if secret else {}
    return {"msg_type": "text", "content": {"text": plain}, **signed}


def send(client: "httpx.Client", code: str, robot: Mapping[str, str], message: Message, *, at: datetime) -> Outcome:
    """Send to one group."""
    secret = robot.get("secret", "")
    url = robot["url"] + (_ding_sign(secret, int(at.timestamp() * 1000)) if code == "ding_robot" and secret else "")
    answer = ask(client, "POST", url, body=body_of(code, message, secret, at))
    if answer.status >= 300:
        return of_status(answer.status, answer.retry_after)
    told = answer.told.get("errcode", answer.told.get("code", answer.told.get("StatusCode", 0)))
    return Outcome("sent", str(answer.status)) if told == 0 else Outcome("refused", str(told)[:40])


def _card(message: Message) -> dict[str, object]:
    card = {
        "type": "AdaptiveCard",
        "version": "1.4",
        "body": [
            {"type": "TextBlock", "text": message.title, "weight": "bolder"},
            {"type": "TextBlock", "text": message.body, "wrap": True},
        ],
        "actions": [{"type": "Action.OpenUrl", "title": message.button, "url": message.url}],
    }
    return {"contentType": "application/vnd.microsoft.card.adaptive", "content": card}


def _ding_sign(secret: str, milliseconds: int) -> str:
    told = hmac.new(secret.encode(), f"{milliseconds}\n{secret}".encode(), hashlib.sha256).digest()
    return f"&timestamp={milliseconds}&sign={quote(base64.b64encode(told).decode(), safe='')}"


def _feishu_sign(secret: str, seconds: int) -> str:
    """Return Feishu's signature: the key is the text, and nothing is signed with it."""
    return base64.b64encode(hmac.new(f"{seconds}\n{secret}".encode(), b"", hashlib.sha256).digest()).decode()
