"""Periods and names in words."""

from bole.kit.ui.languages import either as named
from bole.kit.ui.languages import is_english as is_english
from bole.kit.ui.periods import period_words

__all__ = ["is_english", "named", "period_words"]
