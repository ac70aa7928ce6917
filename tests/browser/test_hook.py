"""A fact of an outside tool: what GitHub really posts reaches a page that is open if it is signed rightly, else nothing moves."""

import hashlib
import hmac
import json
import re
import urllib.error
import urllib.request
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Running

LISI = "BL0471"
TITLE = "Update the README with new information."


def payload_of(shared: Path) -> dict[str, Any]:
    """Return what GitHub posted when somebody opened a pull request."""
    given: dict[str, Any] = json.loads((shared / "data/payloads/github_webhook/pull_request_0.json").read_text())
    return given


def posted(running: Running, body: bytes, *, secret: str) -> int:
    """Post as GitHub does, signed with a secret; return the status."""
    signature = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    headers = {
        "Content-Type": "application/json", "X-GitHub-Event": "pull_request", "X-GitHub-Delivery": str(uuid.uuid4()),
        "X-Hub-Signature-256": f"sha256={signature}",
    }  # fmt: skip
    request = urllib.request.Request(f"{running.site.address}{running.hook}", body, headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        return refused.code


@pytest.fixture
def page(running: Running, chromium: Browser) -> Page:
    """Return 李四's own performance, open and untouched."""
    page = running.open(chromium, LISI)
    page.goto("/performance/")
    page.evaluate("window.untouched = true")
    return page


class TestAPullRequest:
    def test_stands_in_the_open_page_once_it_is_signed_rightly(self, running: Running, page: Page, shared: Path) -> None:
        body = (shared / "data/payloads/github_webhook/pull_request_0.json").read_bytes()
        work = page.locator("#work")

        assert posted(running, body, secret="wrong") == 401
        again = page.context.new_page()
        again.goto("/performance/")
        expect(again.locator("#work")).not_to_contain_text(TITLE)
        expect(work).not_to_contain_text(TITLE)

        assert posted(running, body, secret=running.secret) == 200
        expect(work).to_contain_text(TITLE, timeout=10_000)
        expect(work.get_by_role("link", name=TITLE)).to_have_attribute("href", "https://github.com/Codertocat/Hello-World/pull/2")
        assert page.evaluate("window.untouched") is True

    def test_moves_the_open_score_once_it_is_merged(self, running: Running, page: Page, shared: Path) -> None:
        payload, moment = payload_of(shared), running.moment
        merged = {"id": 279147438, "state": "closed", "merged": True, "merged_at": moment, "closed_at": moment, "updated_at": moment}
        body = json.dumps(payload | {"action": "closed", "pull_request": payload["pull_request"] | merged}).encode()
        figure = page.locator("[data-figure=score]")
        before = figure.get_attribute("data-value") or ""

        assert posted(running, body, secret="wrong") == 401
        again = page.context.new_page()
        again.goto("/performance/")
        expect(again.locator("[data-figure=score]")).to_have_attribute("data-value", before)
        expect(figure).to_have_attribute("data-value", before)

        assert posted(running, body, secret=running.secret) == 200
        expect(figure).not_to_have_attribute("data-value", before, timeout=10_000)
        assert page.evaluate("window.untouched") is True


class TestACommit:
    def test_moves_the_line_beside_the_work_in_progress_and_is_opened_to_its_push(self, running: Running, page: Page) -> None:
        moment = datetime.now(UTC).isoformat()
        facts = [{"id": "push-live", "account": "lisi", "measure": "commits", "value": 3, "moment": moment}]

        assert running.post("/api/v1/facts", {"facts": facts})["counts"] == {"stored": 1}
        line = page.locator("#work").get_by_role("link", name=re.compile("本周3次代码提交"))
        expect(line).to_be_visible(timeout=10_000)
        assert page.evaluate("window.untouched") is True

        line.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("本周3次代码提交")
        page.locator('[data-record="push-live"] > summary').click()
        expect(page.locator('[data-record="push-live"]')).to_contain_text("3次提交")
