"""Finding things in other words than ours: what was never said that way is found among the first three."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import bole.growth
from bole.growth.rules.dictionary import ideas
from bole.growth.rules.words import cut, index, rank, topics_in, widen
from tests.growth.paraphrases import HELD, TUNED

SKILLS = json.loads((Path(bole.growth.__file__).parent / "presets" / "skills.json").read_text(encoding="utf-8"))
CODES = [one["code"] for one in SKILLS]


@pytest.fixture(scope="module")
def catalogue():
    return index([f"{one['name_zh']} {one['words_zh']} {one['name_en']} {one['words_en']}" for one in SKILLS])


def hits(catalogue, asked):
    """Return the share of queries with one of their skills among the first three, and the queries that have none."""
    missed = [query for query, codes in asked if not {CODES[at] for at, _ in catalogue.ranked(query, at_most=3)}.intersection(codes)]
    return 1 - len(missed) / len(asked), missed


class TestParaphrases:
    @pytest.mark.parametrize("asked", [TUNED, HELD], ids=["tuned", "held"])
    def test_are_answered_among_the_first_three(self, catalogue, asked, capsys):
        rate, missed = hits(catalogue, asked)

        with capsys.disabled():
            sys.stdout.write(f" hit rate at 3 of {len(asked)} queries: {rate:.3f} {missed} ")
        assert rate >= 0.9

    def test_find_what_shares_no_character_with_them(self):
        found = rank("客诉", ["Python编程", "投诉处理", "带教"])

        assert found[0][0] == 1

    def test_of_nothing_find_nothing(self, catalogue):
        assert catalogue.ranked("") == ()
        assert catalogue.ranked("的了吗") == ()
        assert rank("Python", []) == ()


class TestCutting:
    def test_keeps_words_of_the_field_whole(self):
        assert "导师带教" in cut("导师带教有多少")
        assert "投诉处理" in cut("《客户投诉处理技巧》")

    def test_reads_full_width_and_capitals_alike(self):
        assert cut("ＰＹＴＨＯＮ编程") == cut("python编程")

    def test_knows_latin_words_only_whole(self):
        assert "go" not in widen("google")
        assert "go" in widen("go语言入门")


class TestTopics:
    TOPICS = ("complaint-handling", "python", "troubleshooting")

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("客户投诉上门安装迟到，已道歉并补偿", ("complaint-handling",)),
            ("用户很生气，要求补偿", ("complaint-handling",)),
            ("用户很多", ()),
            ("用Python写了个脚本", ("python",)),
            ("线上故障，写了个脚本重启", ("troubleshooting", "python")),
            ("", ()),
        ],
    )
    def test_are_named_or_hinted_at_twice(self, text, found):
        assert topics_in(text, self.TOPICS) == found


class TestTheLists:
    def test_name_each_idea_once_and_each_word_once_in_it(self):
        codes = [one.code for one in ideas()]

        assert len(codes) == len(set(codes))
        assert [one.code for one in ideas() if len({*one.names, *one.hints}) != len(one.names) + len(one.hints)] == []

    def test_know_every_skill_of_the_catalogue(self):
        assert set(CODES) - {one.code for one in ideas()} == set()


class TestLoading:
    def test_waits_for_the_first_text_and_writes_nothing(self, tmp_path):
        told = (
            "import sys; from bole.growth.rules import words; assert 'jieba' not in sys.modules;"
            "words.cut('投诉处理'); assert 'jieba' in sys.modules"
        )

        done = subprocess.run(
            [sys.executable, "-c", told], env={"TMPDIR": str(tmp_path), "PATH": ""}, capture_output=True, text=True, check=False
        )

        assert (done.returncode, done.stderr) == (0, "")
        assert list(tmp_path.iterdir()) == []
