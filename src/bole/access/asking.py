"""Asking those who see other people's data for a second factor."""

from django.http import HttpRequest

from bole.access.middleware import PRIVILEGED
from bole.accounts.queries import ONE_FACTOR_KEY
from bole.values.viewer import Viewer


def lacks_second_factor(request: HttpRequest, viewer: Viewer) -> bool:
    """Test if a password alone opened the session of somebody who sees other people's data."""
    return bool(viewer.roles & PRIVILEGED) and bool(request.session.get(ONE_FACTOR_KEY))
