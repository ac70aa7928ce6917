"""Words: each sentence has its Chinese, one Chinese for one English, simplified, in full-width punctuation, with the glossary's words."""

import re

import pytest

from tests.house.tree import rooms
from tests.house.words import Sentence, Wording, answers, catalogue, file_of, found_in, in_template, placeholders, sentences

# From the glossary's column "not" and the rules for words, where no good use of the word is left.
NOT_SAID = ("比重", "关键成果", "评审周期", "指导员", "徒弟", "汇报经理", "受让人", "仪表板", "报警", "淘汰",
            "非法操作", "未知错误", "系统繁忙", "您已成功", "小伙伴", "请知悉", "红黑榜", "成功地")  # fmt: skip
HAN = r"[\u3400-\u9fff]"
HALF_WIDTH = re.compile(rf"(?<={HAN})[,;:?!()](?!\d)|(?<![\w./:}}%)])[,;?!](?={HAN})")
ENTRY = re.compile(r'^msgid (?!""\nmsgstr ""\n"[A-Z])', re.MULTILINE)  # each but the head of the file
TYPED_SPACE = re.compile(rf"{HAN} +[A-Za-z0-9{{%]|[A-Za-z0-9}}%] +{HAN}")


def said(room: str) -> list[tuple[str, str]]:
    """Return what a room says, English and Chinese.

    The English forms of one entry (singular, plural) stand together: Chinese has one for both.
    """
    return [(" / ".join(filter(None, one[:2])), chinese) for one, chinese in sorted(catalogue(room).items())]


def given_to(english: str) -> set[str]:
    """Return the names that fill a sentence. A date names its month in English and numbers it in Chinese; the code gives both."""
    names = placeholders(english)
    return names | {"month"} if "month_name" in names else names


def faults(chinese: str) -> list[str]:
    """Return what is wrong with a Chinese text."""
    found = [word for word in NOT_SAID if word in chinese]
    found += HALF_WIDTH.findall(chinese) + TYPED_SPACE.findall(chinese)
    return found + ["the traditional script"] * (not is_simplified(chinese)) + ["！"] * ("！" in chinese)


def chinese_of(sentence: Sentence) -> str:
    """Return the Chinese: of the room itself, else of kit, which holds what all rooms say."""
    return answers(sentence.room).get(sentence.wording, "") or answers("kit").get(sentence.wording, "")


def is_simplified(text: str) -> bool:
    """Test that every character is in GB 2312, the set of the simplified script."""
    return all(_encodes(character) for character in re.findall(HAN, text))


def _encodes(character: str) -> bool:
    return bool(character.encode("gb2312", errors="ignore"))


def test_every_sentence_has_its_chinese():
    missing = [f"{one.place}: {one.wording}" for one in sentences() if not chinese_of(one)]

    assert missing == []


def test_one_sentence_is_said_in_one_way():
    by_english: dict[Wording, set[str]] = {}
    for room in rooms():
        for english, chinese in catalogue(room).items():
            by_english.setdefault(english, set()).add(chinese)

    assert {english: ways for english, ways in by_english.items() if len(ways) > 1} == {}


@pytest.mark.parametrize("room", rooms())
class TestEverySentence:
    def test_fills_in_the_same_names(self, room):
        unknown = {english: placeholders(chinese) - given_to(english) for english, chinese in said(room)}

        assert {english: names for english, names in unknown.items() if names} == {}

    def test_stands_in_its_catalogue_once(self, room):
        written = ENTRY.findall(file_of(room).read_text(encoding="utf-8")) if catalogue(room) else []

        assert len(written) == len(catalogue(room))

    def test_is_said_somewhere(self, room):
        said_here = found_in({one.wording: "" for one in sentences() if room in (one.room, "kit")})

        assert [one for one in catalogue(room) if one not in said_here] == []

    def test_is_good_chinese(self, room):
        assert {english: faults(chinese) for english, chinese in said(room) if faults(chinese)} == {}


class TestTheRules:
    def test_read_a_template(self):
        block = "{% blocktranslate trimmed %}\n  Up by {{ n }}\n  points.\n{% endblocktranslate %}"
        text = '{% translate "Home" %} {% card title=_("My score") %}' + block

        assert in_template(text) == [Wording("Home"), Wording("My score"), Wording("Up by %(n)s points.")]

    def test_read_what_counts_and_what_has_a_context(self):
        text = (
            '{% translate "new" context "count" %}{% blocktranslate count n=n %}{{ n }} day{% plural %}{{ n }} days{% endblocktranslate %}'
        )

        assert in_template(text) == [Wording("new", context="count"), Wording("%(n)s day", "%(n)s days")]

    def test_find_no_plural_where_only_the_singular_is_said(self):
        alone, counted = Wording("%(n)s day"), Wording("%(n)s day", "%(n)s days")

        assert counted not in found_in({alone: "%(n)s天"})
        assert alone in found_in({counted: "%(n)s天"})

    @pytest.mark.parametrize("text", ["績效", "评分！", "完成 3 项", "徒弟", "上升,因为"])
    def test_see_each_fault(self, text):
        assert len(faults(text)) == 1

    @pytest.mark.parametrize("text", ["績效", "儀表板"])
    def test_see_the_traditional_script(self, text):
        assert not is_simplified(text)

    @pytest.mark.parametrize("text", ["评分:", "完成了吗?", "上升,因为"])
    def test_see_half_width_punctuation(self, text):
        assert HALF_WIDTH.search(text)

    @pytest.mark.parametrize("text", ["完成 3 项", "导入 Excel"])
    def test_see_a_typed_space(self, text):
        assert TYPED_SPACE.search(text)

    @pytest.mark.parametrize("text", ["完成3项，上升2.1分。", "导入Excel（dry run）", "“{text}”不是周期。写2026-11。"])
    def test_let_good_chinese_pass(self, text):
        assert not HALF_WIDTH.search(text)
        assert not TYPED_SPACE.search(text)
        assert is_simplified(text)
