"""Changes of the home: how somebody wants it."""

from bole.home.actions.layout import forget_layout, lay_out_card

__all__ = ["forget_layout", "lay_out_card"]
