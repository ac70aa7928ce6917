"""Making the demo company, moving its clock, putting it back, asking the pulse."""

from bole.sandbox.actions.desk import take_wishes, turn_clock, wish
from bole.sandbox.actions.keeping import put_back
from bole.sandbox.actions.making import make_demo_company

__all__ = ["make_demo_company", "put_back", "take_wishes", "turn_clock", "wish"]
