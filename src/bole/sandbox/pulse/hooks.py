"""The hooks that the pulse sends: what GitHub, Jira, Freshdesk and Delighted would post, signed as they sign."""

import base64
import hashlib
import hmac
import json
import random
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bole.sandbox.pulse.knowing import Link, Somebody

REPOSITORIES = ("qingzhui/qc-engine", "qingzhui/dialog-core", "qingzhui/console-web", "qingzhui/rule-studio", "qingzhui/agent-desk")
CHANGES = ("支持按渠道配置质检规则", "修复长会话超时", "接入统一组件库", "优化知识库检索", "补充单元测试", "拆分报表模块")
TASKS = ("质检规则核对", "接口联调", "灰度验证", "需求确认", "周报整理", "上线检查", "用户访谈整理", "资料更新")
TICKETS = ("结果与录音不一致", "页面打不开", "新增字段怎么配置", "导出失败", "登录后看不到会话")


@dataclass(frozen=True, slots=True)
class Hook:
    """A call: to which connection, with which body and headers."""

    link: Link
    body: bytes
    headers: dict[str, str]


def _body(payload: dict[str, Any]) -> bytes:
    return json.dumps(payload, ensure_ascii=False).encode()


def _hmac(body: bytes, secret: str) -> str:
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def _number(now: datetime, rng: random.Random) -> int:
    return int(now.timestamp() * 1000) * 100 + rng.randrange(100)


def _iso(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def merged_change(link: Link, who: Somebody, now: datetime, rng: random.Random) -> Hook:
    """Return GitHub's word of a merged pull request."""
    number, repository = _number(now, rng), rng.choice(REPOSITORIES)
    user = {"id": int(who.code), "login": who.email.partition("@")[0], "type": "User"}
    return _github(
        link,
        "pull_request",
        {
            "action": "closed",
            "number": number % 10000,
            "pull_request": {
                "id": number,
                "number": number % 10000,
                "state": "closed",
                "title": rng.choice(CHANGES),
                "html_url": f"https://code.example.com/{repository}/pull/{number % 10000}",
                "user": user,
                "labels": [{"name": "reuse"}] if rng.random() < 0.8 else [],
                "created_at": _iso(now - timedelta(hours=5)),
                "updated_at": _iso(now),
                "closed_at": _iso(now),
                "merged_at": _iso(now),
            },
            "repository": {"id": 7001, "full_name": repository},
            "sender": user,
        },
    )


def push(link: Link, who: Somebody, now: datetime, rng: random.Random) -> Hook:
    """Return GitHub's word of a push."""
    number, repository = _number(now, rng), rng.choice(REPOSITORIES)
    after = hashlib.sha256(str(number).encode()).hexdigest()[:40]
    commits = [{"id": f"{n}{after[1:]}", "distinct": True} for n in range(rng.randint(1, 3))]
    user = {"id": int(who.code), "login": who.email.partition("@")[0], "type": "User"}
    return _github(
        link,
        "push",
        {
            "ref": f"refs/heads/feature/{number % 100000}",
            "after": after,
            "compare": f"https://code.example.com/{repository}/compare/{after[:12]}",
            "commits": commits,
            "head_commit": {"id": after, "timestamp": _iso(now)},
            "repository": {"id": 7001, "full_name": repository, "pushed_at": int(now.timestamp())},
            "sender": user,
        },
    )


def _github(link: Link, event: str, payload: dict[str, Any]) -> Hook:
    body = _body(payload)
    headers = {"X-GitHub-Event": event, "X-GitHub-Delivery": str(uuid.uuid4()), "X-Hub-Signature-256": _hmac(body, link.secret)}
    return Hook(link, body, headers)


def task_done(link: Link, who: Somebody, now: datetime, rng: random.Random) -> Hook:
    """Return Jira's word of a task that was done on the day on which it was due."""
    number = _number(now, rng)
    body = _body(
        {
            "timestamp": int(now.timestamp() * 1000),
            "webhookEvent": "jira:issue_updated",
            "issue": {
                "id": str(number),
                "self": f"https://jira.example.com/rest/api/2/issue/{number}",
                "key": f"LIVE-{number % 100000}",
                "fields": {
                    "summary": rng.choice(TASKS),
                    "issuetype": {"name": "任务"},
                    "status": {"name": "完成", "statusCategory": {"key": "done"}},
                    "resolution": {"name": "完成"},
                    "created": _iso(now - timedelta(days=3)),
                    "updated": _iso(now),
                    "resolutiondate": _iso(now),
                    "duedate": (now + timedelta(hours=8)).date().isoformat(),
                    "assignee": {"accountId": who.plan, "displayName": who.name, "emailAddress": who.email},
                    "project": {"key": "LIVE", "name": "日常"},
                    "labels": [],
                },
            },
        }
    )
    headers = {"X-Atlassian-Webhook-Identifier": str(uuid.uuid4()), "X-Hub-Signature": _hmac(body, link.secret)}
    return Hook(link, body, headers)


def ticket(link: Link, who: Somebody, now: datetime, rng: random.Random) -> Hook:
    """Return Freshdesk's word of a ticket that was answered and solved."""
    number = _number(now, rng)
    asked = now - timedelta(minutes=rng.randint(8, 70))
    body = _body(
        {
            "freshdesk_webhook": {
                "ticket_id": number,
                "ticket_subject": rng.choice(TICKETS),
                "ticket_status": "Resolved",
                "ticket_agent_email": who.email,
                "ticket_agent_name": who.name,
                "ticket_group": "客户支持",
                "ticket_url": f"https://support.example.com/a/tickets/{number}",
                "event": "replied",
                "created_at": _iso(asked),
                "first_responded_at": _iso(now),
                "resolved_at": _iso(now),
                "updated_at": _iso(now),
                "zone": "Asia/Shanghai",
            }
        }
    )
    basic = base64.b64encode(f"bole:{link.secret}".encode()).decode()
    return Hook(link, body, {"Authorization": f"Basic {basic}"})


def answer(link: Link, who: Somebody, now: datetime, rng: random.Random, *, score: int | None = None) -> Hook:
    """Return Delighted's word of a customer's answer."""
    number = _number(now, rng)
    given = score if score is not None else rng.choices((10, 9, 8, 7, 6), (25, 35, 25, 10, 5))[0]
    body = _body(
        {
            "event_type": "survey_response.created",
            "event_id": str(uuid.uuid4()),
            "event_data": {
                "id": str(number),
                "survey_type": "nps",
                "score": given,
                "created_at": int(now.timestamp()),
                "updated_at": int(now.timestamp()),
                "permalink": f"https://delighted.example.com/r/{number}",
                "person_properties": {"employee": who.number},
                "tags": [],
            },
        }
    )
    return Hook(link, body, {"X-Delighted-Webhook-Signature": _hmac(body, link.secret)})
