"""Documents: what they point at is there, and both READMEs say the same."""

import re

import pytest

from tests.house.tree import ROOT, tracked

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)")
PAGES = [path for path in tracked() if path.suffix == ".md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page):
    targets = LINK.findall(page.read_text(encoding="utf-8"))

    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_both_readmes_show_the_same_commands_and_links():
    english, chinese = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh-CN.md"))

    def shown(text: str) -> set[str]:
        return {target for target in LINK.findall(text) if not target.startswith("README")} | set(
            re.findall(r"`(make \w+|bole[ \w-]*)`", text)
        )

    assert shown(english) == shown(chinese)
