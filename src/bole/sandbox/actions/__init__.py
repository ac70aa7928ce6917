"""Making the demo company, moving its clock, putting it back."""

from bole.sandbox.actions.making import make_demo_company

__all__ = ["make_demo_company"]
