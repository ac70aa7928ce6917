"""Component tags: what they hold is escaped, what they link is linked, what is wrong is said where it is wrong."""

import re
from pathlib import Path

import pytest
from django import forms
from django.template import Context, Template, engines
from django.test import RequestFactory
from django.utils import translation

from bole.kit.ui import charts, samples
from bole.kit.ui.icons import icon_svg

HOSTILE = "<script>alert(1)</script>\"'&"


def drawn(source: str, **values: object) -> str:
    return engines["django"].from_string(source).render(values, RequestFactory().get("/"))


class OneField(forms.Form):
    weight = forms.DecimalField(label="Weight", help_text="In percent.", min_value=100)


class TestEscaping:
    @pytest.mark.parametrize(
        "source",
        [
            "{% row note=x trail=x trail_note=x face=x %}{{ x }}{% endrow %}",
            "{% row when=x url=x %}{{ x }}{% endrow %}",
            "{% section x more=x url=x %}{{ x }}{% endsection %}",
            "{% open x note=x trail=x trail_note=x id=x %}{{ x }}{% endopen %}",
            "{% head x note=x words=x face=x %}{{ x }}{% endhead %}",
            "{% figure x label=x words=x note=x key=x change=1 change_words=x %}",
            "{% state 'act' %}{{ x }}{% endstate %}{% tag %}{{ x }}{% endtag %}{% why %}{{ x }}{% endwhy %}{% bits x x %}",
            "{% button url=x data_x=x %}{{ x }}{% endbutton %}{% button busy=x name=x value=x %}{{ x }}{% endbutton %}",
            "{% field name='n' label=x value=x help=x error=x type='textarea' %}{% field name='n' label=x value=x help=x error=x %}",
            "{% empty x words=x %}{{ x }}{% endempty %}{% refused x words=x %}{{ x }}{% endrefused %}",
            "{% toast url=x undo=x %}{{ x }}{% endtoast %}{% notice %}{{ x }}{% endnotice %}",
            "{% dialog 'd' title=x words=x %}{{ x }}{% enddialog %}{% topbar url=x to=x note=x %}{% endtopbar %}",
            "{% ledger x %}{% line data_x=x %}{% cell 'head' data_x=x %}{{ x }}{% endcell %}{% endline %}{% endledger %}{% facts pair %}",
            "{% part x url=x %}{{ x }}{% endpart %}{% icon_button 'x' x url=x %}{% meter x 1 2 low=0 high=3 words=x target_words=x %}",
            "{% ring 0.5 label=x words=x %}{% spark values label=x %}{% moved moves %}",
            "{% lineage steps label=x %}{% stack values label=x %}{% hero values label=x %}",
        ],
    )
    def test_nothing_gets_through(self, source: str) -> None:
        values = {
            "x": HOSTILE,
            "pair": (HOSTILE, HOSTILE),
            "values": [1.0, 2.0],
            "moves": [charts.Move(change=1, words=HOSTILE, note=HOSTILE, url=HOSTILE)],
            "steps": [charts.Step(words=HOSTILE, number=HOSTILE, how=HOSTILE, url=HOSTILE)],
        }

        page = drawn(source, **values)

        assert "<script" not in page
        assert "alert(1)" in page


class TestRow:
    def test_is_a_link_as_a_whole(self) -> None:
        page = drawn('{% row url="/a/" %}words{% endrow %}')

        assert page.startswith('<a class="row" href="/a/"')
        assert page.count("<a ") == 1

    def test_is_no_link_without_an_address(self) -> None:
        assert "<a " not in drawn("{% row %}words{% endrow %}")

    def test_colours_a_change_by_good_and_bad(self) -> None:
        assert '<span class="move up">−0.2</span>' in drawn('{% row change=-20 good="down" %}x{% endrow %}')

    def test_puts_two_buttons_below_its_words_on_a_phone_and_leaves_one_beside_them(self) -> None:
        source = "{% cluster as acts %}{% for one in ways %}{% button small=True %}{{ one }}{% endbutton %}{% endfor %}{% endcluster %}"
        row = source + "{% row trail=acts %}你的半年成果汇报将于7天后到期{% endrow %}"

        assert "row-long" in drawn(row, ways=["写成果汇报", "去看看"])
        assert "row-long" not in drawn(row, ways=["去看看"])


class TestField:
    def test_names_its_error_and_its_help(self) -> None:
        page = drawn("{% field form.weight %}", form=OneField({"weight": "95"}))

        assert 'aria-describedby="id_weight_error id_weight_help"' in page
        assert 'aria-invalid="true"' in page
        assert 'id="id_weight_error"' in page
        assert 'id="id_weight_help"' in page
        assert 'value="95"' in page

    def test_is_quiet_when_nothing_is_wrong(self) -> None:
        page = drawn("{% field form.weight %}", form=OneField())

        assert "aria-invalid" not in page
        assert '<label class="note" for="id_weight">Weight</label>' in page

    def test_of_another_id_keeps_label_help_and_error_with_it(self) -> None:
        page = drawn('{% field form.weight id="first" %}', form=OneField({"weight": "95"}))

        assert 'for="first"' in page
        assert 'id="first"' in page
        assert 'id="first_error"' in page
        assert "id_weight" not in page

    def test_keeps_what_was_typed_without_a_form(self) -> None:
        page = drawn('{% field name="why" label="Why" type="textarea" value="half a thought" error="too short" %}')

        assert ">half a thought</textarea>" in page
        assert 'aria-describedby="id_why_error"' in page


class TestForm:
    def test_carries_its_token(self) -> None:
        assert 'name="csrfmiddlewaretoken"' in drawn('{% form "/x/" %}{% endform %}')

    def test_sends_no_token_with_a_question(self) -> None:
        assert "csrfmiddlewaretoken" not in drawn('{% form "/x/" method="get" %}{% endform %}')

    def test_is_swapped_in_place(self) -> None:
        page = drawn('{% form "/x/" part="box" %}{% endform %}')

        assert 'hx-post="/x/" hx-target="#box" hx-swap="outerHTML"' in page


class TestWhatIsTypedInAForm:
    """Is kept on the phone where somebody writes at length, and never where a secret is asked for."""

    WORDS = '{% field name="why" label="Why" type="textarea" %}'

    @pytest.mark.parametrize("given", ["data_guard=True", "data_keeps=True", 'data_offline="A title"'])
    def test_is_kept_where_the_form_says_so(self, given: str) -> None:
        assert "data-keeps" in drawn(f'{{% form "/x/" {given} %}}{{% endform %}}')

    def test_is_kept_where_it_has_several_lines(self) -> None:
        assert "data-keeps" in drawn(f'{{% form "/x/" %}}{self.WORDS}{{% endform %}}')

    @pytest.mark.parametrize(
        ("given", "content"),
        [
            ("", '{% field name="n" label="N" %}'),
            ("data_keeps=False", WORDS),
            ('method="get"', WORDS),
            ("data_guard=True", WORDS + '{% field name="p" label="P" type="password" %}'),
            ("data_guard=True", WORDS + '{% field name="c" label="C" autocomplete="one-time-code" %}'),
        ],
    )
    def test_is_not_kept_otherwise(self, given: str, content: str) -> None:
        assert "data-keeps" not in drawn(f'{{% form "/x/" {given} %}}{content}{{% endform %}}')


class TestButton:
    def test_turns_words_of_python_into_attributes(self) -> None:
        page = drawn('{% button "primary" hx_post="/x/" data_closes=True disabled=False %}Go{% endbutton %}')

        assert page == '<button class="btn btn-primary" type="submit" hx-post="/x/" data-closes>Go</button>'

    def test_opens_a_dialog_by_its_address_too(self) -> None:
        assert 'href="#ask" data-opens="ask"' in drawn('{% button opens="ask" %}Ask{% endbutton %}')


class TestIcon:
    def test_is_passed_over_by_a_screen_reader(self) -> None:
        assert 'aria-hidden="true"' in drawn('{% icon "house" %}')

    def test_unknown_name_is_an_error(self) -> None:
        with pytest.raises(KeyError):
            icon_svg("no-such-icon")


class TestChartTags:
    def test_trend_has_a_table_for_screen_readers(self) -> None:
        page = drawn("{% trend chart %}", chart=samples.samples()["trend"])

        table = page[page.index('<table class="sr-only">') :]
        assert re.findall(r"<td>([^<]+)</td>", table) == [f"{value:g}" for value in samples.WEEKS]

    def test_moved_adds_up(self) -> None:
        page = drawn("{% moved moves %}", moves=samples.samples()["moves"])

        assert re.findall(r'class="move[^"]*">([^<]+)<', page) == ["+1.5", "+0.8", "−0.2", "+0.1", "+0.1"]


class TestStylePage:
    @pytest.fixture(params=["zh-hans", "en"])
    def page(self, request: pytest.FixtureRequest) -> str:
        with translation.override(request.param):
            template = engines["django"].get_template("kit/style.html")
            return str(template.render(samples.samples(), RequestFactory().get("/style/")))

    def test_obeys_the_strict_policy(self, page: str) -> None:
        assert re.findall(r"<[^>]+\s(?:style|on[a-z]+)=", page) == []
        assert re.findall(r"<script(?![^>]*\ssrc=)", page) == []

    def test_repeats_no_id(self, page: str) -> None:
        ids = re.findall(r'\sid="([^"]+)"', page)

        assert sorted({one for one in ids if ids.count(one) > 1}) == []

    def test_leaves_nothing_unfilled(self, page: str) -> None:
        assert "%%" not in page
        assert "{{" not in page
        assert "{%" not in page


class TestKept:
    def test_draws_once_for_each_language_and_value(self) -> None:
        template = Template("{% kept theme %}{% translate 'Search' %} {{ theme }} {{ turn }}{% endkept %}")

        with translation.override("en"):
            first = [template.render(Context({"theme": theme, "turn": turn})) for theme, turn in (("ink", 1), ("ink", 2), ("paper", 3))]
        with translation.override("zh-hans"):
            other = template.render(Context({"theme": "ink", "turn": 4}))

        assert first == ["Search ink 1", "Search ink 1", "Search paper 3"]
        assert other == "搜索 ink 4"


class TestCheatSheet:
    def test_names_every_tag_and_filter(self) -> None:
        from bole.kit.ui.components import register

        sheet = (Path(__file__).parents[3] / "docs/components.md").read_text()
        inner = {"mark_symbol", "page_language", "live_url", "toasts", "rail_ways", "dock_ways", "kept"}

        missing = {name for name in register.tags if f"{{% {name}" not in sheet} - inner
        assert missing == set()
        assert {name for name in register.filters if f"|{name}" not in sheet.replace("\\", "")} == set()
