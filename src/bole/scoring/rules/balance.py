"""Warnings about a model that could be computed but would tell too little."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from bole.scoring.rules.indicator import IndicatorRule
from bole.scoring.rules.measures import Measure, measure_of
from bole.scoring.rules.tree import Tree
from bole.values.refusal import say

Lack = Literal["one_source", "only_counts", "nothing_lasting"]

SENTENCES: Mapping[Lack, str] = {
    "one_source": say("All numbers of this model come from one source. If it is silent, or can be tuned, so is the score."),
    "only_counts": say("This model only counts. Nobody's judgement of the work is in it."),
    "nothing_lasting": say("Nothing in this model pays off beyond the period."),
}


@dataclass(frozen=True, slots=True)
class Warned:
    """Something that a model lacks. It can be used all the same."""

    code: Lack

    @property
    def sentence(self) -> str:
        """What to tell HR, to be translated."""
        return SENTENCES[self.code]


def warnings(tree: Tree, indicators: Mapping[str, IndicatorRule]) -> tuple[Warned, ...]:
    """Return what a checked model lacks; vetoes make up for nothing."""
    used = [indicators[leaf.indicator] for leaf in tree.leaves if not indicators[leaf.indicator].is_veto]
    return tuple(Warned(lack) for lack in _lacks(used))


def _lacks(used: list[IndicatorRule]) -> Iterator[Lack]:
    """Yield what the indicators together lack."""
    measures: list[Measure] = [measure_of(indicator.numerator) for indicator in used]
    if len({measure.source for measure in measures}) == 1:
        yield "one_source"
    if not any(measure.is_judged for measure in measures):
        yield "only_counts"
    if not any(indicator.is_long_term for indicator in used):
        yield "nothing_lasting"
