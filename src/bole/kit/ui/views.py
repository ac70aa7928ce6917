"""The style page."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bole.kit.ui.samples import samples


@require_safe
def style(request: HttpRequest) -> HttpResponse:
    """Show every part in every state; in development and in the demo only."""
    if not (settings.DEBUG or settings.ENVIRONMENT.is_demo):
        raise Http404
    return render(request, "kit/style.html", samples())
