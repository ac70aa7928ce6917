"""Rich text as it is typed: what becomes a heading, a list, a link; and nothing that somebody wrote ever runs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.growth.rules.packed import BadlyPacked, read_course, read_item
from bole.growth.rules.prose import reading_minutes, to_html
from bole.growth.rules.topics import stage_of


class TestToHtml:
    @pytest.mark.parametrize(
        ("typed", "made"),
        [
            ("第一行\n第二行\n\n下一段", "<p>第一行<br>第二行</p><p>下一段</p>"),
            ("## 标题\n### 小标题", "<h2>标题</h2><h3>小标题</h3>"),
            ("##标题", "<h2>标题</h2>"),
            ("- 一\n- 二\n1. 甲\n2. 乙", "<ul><li>一</li><li>二</li></ul><ol><li>甲</li><li>乙</li></ol>"),
            ("-要点\n1.步骤", "<ul><li>要点</li></ul><ol><li>步骤</li></ol>"),
            ("3.5倍，不是步骤", "<p>3.5倍，不是步骤</p>"),
            ("> 引用\n> 两行", "<blockquote><p>引用<br>两行</p></blockquote>"),
            ("**重点**和*语气*和`a<b`", "<p><strong>重点</strong>和<em>语气</em>和<code>a&lt;b</code></p>"),
            ("```\nif a < b:\n```", "<pre><code>if a &lt; b:</code></pre>"),
            ("[去](/growth/)", '<p><a href="/growth/" rel="noopener noreferrer">去</a></p>'),
            ("2 * 3 * 4", "<p>2 * 3 * 4</p>"),
        ],
    )
    def test_makes_what_is_meant(self, typed, made):
        assert to_html(typed) == made

    @pytest.mark.parametrize(
        "typed",
        ["<script>x</script>", "<img src=x onerror=x>", "[x](javascript:alert(1))", '[x](https://a" onclick="x)', "`</code><script>`"],
    )
    def test_runs_nothing(self, typed):
        made = to_html(typed)

        assert "<script" not in made
        assert "<img" not in made
        assert "javascript:" not in made.partition("href=")[2]
        assert not re.search(r"<[^>]*onclick", made)

    @given(st.text(alphabet="#>-*`[]()1.、字 \n<&", max_size=60))
    def test_loses_no_word_and_leaves_nothing_open(self, typed):
        made = to_html(typed)

        assert made.count("字") == typed.count("字")
        assert made.count("<p>") == made.count("</p>")
        assert made.count("<li>") == made.count("</li>")


class TestMinutes:
    @pytest.mark.parametrize(("text", "minutes"), [("", 1), ("字" * 300, 1), ("字" * 301, 2), ("word " * 200, 1), ("word " * 201, 2)])
    def test_are_counted_from_the_text(self, text, minutes):
        assert reading_minutes(text) == minutes


class TestStage:
    @pytest.mark.parametrize(("month", "stage"), [(1, "begin"), (2, "middle"), (5, "middle"), (6, "end"), (7, "end")])
    def test_follows_the_month(self, month, stage):
        assert stage_of(month=month, months=6) == stage


class TestPacked:
    def test_reads_an_item(self):
        read = read_item("kind: case\ntitle: 题\ntopics: a, b\n---\n中文\n--- en\nEnglish")

        assert (read["kind"], read["topics"], read["text_zh"], read["text_en"]) == ("case", ("a", "b"), "中文", "English")

    def test_reads_a_course_step_by_step(self):
        read = read_course("title: 课\ntitle_en: Course\nlevel: 2\n---\n# 一 | One | 15\n甲\n--- en\nA\n\n# 二 | Two\n乙\n--- en\nB")

        assert [(one["title_zh"], one["minutes"], one["text_en"]) for one in read["steps"]] == [("一", 15, "A"), ("二", 1, "B")]

    @pytest.mark.parametrize("text", ["", "title: 题", "kind: case\n---\n中文"])
    def test_refuses_what_is_broken(self, text):
        with pytest.raises(BadlyPacked):
            read_item(text)
