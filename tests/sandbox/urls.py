"""All addresses of a demo."""

from django.urls import include, path

from bole.config.urls import handler400, handler403, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
urlpatterns = [*urlpatterns, path("", include("bole.sandbox.urls"))]
