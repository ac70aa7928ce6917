"""The page that tells other systems what to send: its examples are taken, and it names every field and every refusal."""

import inspect
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest

from bole.work.rules import refusals
from bole.work.rules.incoming import FACT_FIELDS, ITEM_FIELDS, read_fact, read_item
from bole.work.rules.item import MARKS, Kind

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "connections" / "items-and-facts.md").read_text(encoding="utf-8")
EVENING = datetime(2026, 11, 23, 12, tzinfo=UTC)
ITEMS, FACTS = (json.loads(body) for body in re.findall(r"-d '(.*?)'\n```", PAGE, re.DOTALL))
# “unknown_zone” is about the bodies of Freshdesk; “wrong_type” is said by several classes.
CODES = {made.code for _, made in inspect.getmembers(refusals, inspect.isclass) if made.__module__ == refusals.__name__} - {"unknown_zone"}


def test_its_items_are_taken():
    (item,) = (read_item(one, at=EVENING) for one in ITEMS["items"])

    assert (item.external_id, item.state, item.account_name) == ("PM-4711", "done", "李四")


def test_its_facts_are_taken():
    facts = [read_fact(one, at=EVENING) for one in FACTS["facts"]]

    assert [fact.values for fact in facts] == [(("output_units", 412),), (("good_units", 405),)]


@pytest.mark.parametrize("word", sorted({*ITEM_FIELDS, *FACT_FIELDS, *get_args(Kind), *MARKS, *CODES} - {"fact"}))
def test_it_names_each_field_kind_mark_and_refusal(word):
    assert f"`{word}`" in PAGE
