"""Names: one form, one order, found in every way people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.people.rules.names import (
    BadNumber,
    HiddenCharacters,
    NameTooLong,
    NoName,
    name_keys,
    normalise_name,
    normalise_number,
)
from bole.people.rules.searches import matches, wanted
from bole.values.refusal import Refused

DOTS = "·•‧∙⋅・･．"


class TestNormaliseName:
    @pytest.mark.parametrize("dot", list(DOTS))
    def test_writes_one_kind_of_middle_dot(self, dot: str) -> None:
        assert normalise_name(f"阿依古丽{dot}买买提") == "阿依古丽·买买提"

    @pytest.mark.parametrize(
        "written,kept",
        [
            ("张 三", "张三"),
            ("  李四\u3000", "李四"),
            ("阿依古丽 · 买买提", "阿依古丽·买买提"),
            ("Ｚｈａｎｇ　Ｓａｎ", "Zhang San"),
            ("Zhang   San", "Zhang San"),
            ("O'Neill", "O'Neill"),
            ("Tom 王", "Tom 王"),
        ],
    )
    def test_takes_out_what_typing_put_in(self, written: str, kept: str) -> None:
        assert normalise_name(written) == kept

    @pytest.mark.parametrize("text", ["", "   ", "·", "\u3000"])
    def test_refuses_nothing(self, text: str) -> None:
        with pytest.raises(NoName):
            normalise_name(text)

    @pytest.mark.parametrize("hidden", ["\u200b", "\u202e", "\x00", "\x07", "\ud800"])
    def test_refuses_characters_that_nobody_sees(self, hidden: str) -> None:
        with pytest.raises(HiddenCharacters):
            normalise_name(f"张{hidden}三")

    def test_refuses_a_name_that_fits_on_no_card(self) -> None:
        with pytest.raises(NameTooLong):
            normalise_name("张" * 101)

    @given(st.text(max_size=120))
    def test_gives_the_same_when_done_again(self, text: str) -> None:
        try:
            once = normalise_name(text)
        except Refused:
            return
        assert normalise_name(once) == once


class TestNormaliseNumber:
    @pytest.mark.parametrize("text,number", [(" BL0064 ", "BL0064"), ("007", "007"), ("ＢＬ０００１", "BL0001"), ("a.b-c_9", "a.b-c_9")])
    def test_keeps_case_and_leading_zeros(self, text: str, number: str) -> None:
        assert normalise_number(text) == number

    @pytest.mark.parametrize("text", ["", "BL 64", "工号1", "-1", "x" * 41])
    def test_refuses_what_is_no_number(self, text: str) -> None:
        with pytest.raises(BadNumber):
            normalise_number(text)


class TestSearch:
    @pytest.mark.parametrize(
        "name,name_en,number,typed",
        [
            ("曾睿", "Zeng Rui", "BL0079", "zengrui"),
            ("曾睿", "Zeng Rui", "BL0079", "zr"),
            ("曾睿", "", "BL0079", "ZengR"),
            ("曾睿", "", "BL0079", "睿"),
            ("曾睿", "", "BL0079", "曾 睿"),
            ("欧阳雪", "", "BL0186", "ouyx"),
            ("欧阳雪", "", "BL0186", "oyx"),
            ("欧阳雪", "", "BL0186", "ouyangxue"),
            ("欧阳雪", "", "BL0186", "欧阳"),
            ("欧阳雪", "", "BL0186", "xue"),
            ("阿依古丽·买买提", "", "BL0318", "ayiguli"),
            ("阿依古丽·买买提", "", "BL0318", "ayglmmt"),
            ("阿依古丽·买买提", "", "BL0318", "maimaiti"),
            ("阿依古丽·买买提", "", "BL0318", "阿依古丽买买提"),
            ("阿依古丽·买买提", "", "BL0318", "阿依古丽•买买提"),
            ("张三", "Zhang San", "BL0064", "BL0064"),
            ("张三", "Zhang San", "BL0064", "bl00"),
            ("张三", "Zhang San", "BL0064", "0064"),
            ("张三", "", "BL0064", "zhang san"),
            ("吕布", "", "1", "lvbu"),
            ("吕布", "", "1", "lubu"),
            ("吕布", "", "1", "lyubu"),
            ("覃梅", "", "1", "qinmei"),
            ("覃梅", "", "1", "tanmei"),
            ("安娜", "Müller, Anna", "1", "muller"),
            ("安娜", "Anna Müller", "1", "mülleranna"),
        ],
    )
    def test_finds(self, name: str, name_en: str, number: str, typed: str) -> None:
        key = name_keys(name, name_en=name_en, numbers=[number]).search
        want = wanted(typed)
        assert want is not None
        assert matches(key, want)

    @pytest.mark.parametrize("typed", ["oux", "yangxue", "z", "雪欧", "uyang", "0187"])
    def test_does_not_find_what_begins_no_syllable(self, typed: str) -> None:
        key = name_keys("欧阳雪", numbers=["BL0186"]).search
        want = wanted(typed)
        assert want is not None
        assert not matches(key, want)

    @pytest.mark.parametrize("typed", ["", "  ", "|", "·"])
    def test_wants_nothing_of_nothing(self, typed: str) -> None:
        assert wanted(typed) is None

    @pytest.mark.parametrize(
        "surname,reading",
        [("曾", "zeng"), ("单", "shan"), ("解", "xie"), ("仇", "qiu"), ("区", "ou"), ("查", "zha"), ("欧阳", "ouyang"), ("司马", "sima")],
    )
    def test_sorts_surnames_by_their_own_reading(self, surname: str, reading: str) -> None:
        assert name_keys(f"{surname}明").sort == f"{reading}0ming"

    def test_sorts_a_surname_before_longer_ones(self) -> None:
        names = ["欧阳雪", "区伟", "张三", "章程", "曾睿", "阿依古丽·买买提"]
        assert sorted(names, key=lambda name: name_keys(name).sort) == ["阿依古丽·买买提", "区伟", "欧阳雪", "曾睿", "章程", "张三"]

    @given(st.text(min_size=1, max_size=100), st.text(max_size=40))
    def test_any_name_has_keys_that_fit_and_that_both_databases_sort_alike(self, name: str, name_en: str) -> None:
        keys = name_keys(name, name_en=name_en, numbers=["1"])
        assert len(keys.sort) <= 200
        assert len(keys.search) <= 1000
        assert keys.sort.isascii()
