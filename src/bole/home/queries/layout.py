"""How somebody wants their home."""

from bole.home.models import HomeLayout
from bole.home.rules.layout import Layout
from bole.values.viewer import Viewer


def layout_of(viewer: Viewer) -> Layout:
    """Return what the viewer decided about the own cards (one query)."""
    row = HomeLayout.objects.filter(account=viewer.account_id).values_list("order", "pinned", "hidden").first()
    return Layout(*map(tuple, row)) if row else Layout()
