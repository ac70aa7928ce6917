"""Every kind of notice: it stands on its page, says nothing of anybody outside of the app, and is short enough for a phone."""

import re
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.utils import translation

from bole.notices.kinds import TOPICS, all_kinds, said_outside
from bole.notices.wording import LONGEST_BODY, LONGEST_TITLE

ROOT = Path(__file__).resolve().parents[2]
# What rooms offered when they started; kinds of tests come later.
OFFERED = [one for one in all_kinds() if one.code.partition(".")[0] in {config.label for config in apps.get_app_configs()}]


def test_stand_on_their_page():
    sys.path.insert(0, str(ROOT / "scripts"))
    from list_notices import PAGE, page

    assert PAGE.read_text(encoding="utf-8") == page(), "run: python scripts/list_notices.py"


@pytest.mark.parametrize("kind", OFFERED, ids=lambda kind: kind.code)
class TestEachKind:
    def test_says_nothing_of_anybody_outside_of_the_app(self, kind):
        for language in ("zh-hans", "en"):
            with translation.override(language):
                title, body = said_outside(kind)

            assert not re.search(r"[{}\d]", title + body)

    def test_fits_a_phone_in_chinese(self, kind):
        with translation.override("zh-hans"):
            title, body = said_outside(kind)

        assert (len(title) <= LONGEST_TITLE, len(body) <= LONGEST_BODY) == (True, True), body
        assert re.search(r"[\u3400-\u9fff]", body)

    def test_has_a_topic_that_can_be_chosen(self, kind):
        assert kind.topic in TOPICS
        assert kind.importance in {"duty", "news"}
