"""The component tags; settings name this module as a builtin, so that templates need no `load`.

`docs/components.md` is the cheat sheet.
"""

from bole.kit.ui import answers, boards, cards, controls, days, frame, gaps, icons, paper, plots, table, words
from bole.kit.ui.library import register

__all__ = ["answers", "boards", "cards", "controls", "days", "frame", "gaps", "icons", "paper", "plots", "register", "table", "words"]
