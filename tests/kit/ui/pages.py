"""Addresses of a few pages that exist for the tests of the behaviours only."""

import threading
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.template import engines
from django.urls import path

from bole.kit import views as kit
from bole.kit.menu import MenuItem

PART = """{% part "score:1" url="/part/" %}
{% figure value label="Live score" key="score" %}{% open "Parts" id="parts" %}…{% endopen %}<input name="note" aria-label="Note">
<select name="why" aria-label="Why"><option>a<option>b</select>
{% endpart %}"""
SCORE = f"""{{% extends "kit/shell.html" %}}
{{% block title %}}Score{{% endblock %}}
{{% block content %}}{{% head "Score" %}}{{% endhead %}}{PART}{{% look_choice %}}{{% endblock %}}
{{% block overlay %}}{{% dialog "ask" title="Sure?" %}}{{% field name="why" label="Why" %}}{{% enddialog %}}{{% endblock %}}"""
BOX = """<div id="box">{% form "/form/" part="box" %}
{% field name="title" label="Title" value=title error=error %}{% field name="text" label="Text" type="textarea" %}
{% button "primary" busy="Saving…" %}Save{% endbutton %}
{% endform %}</div>"""
FORM = f"""{{% extends "kit/shell.html" %}}
{{% block title %}}Form{{% endblock %}}
{{% block content %}}{{% head "Form" %}}{{% endhead %}}{BOX}{{% endblock %}}"""
MENU = [
    MenuItem(name="Score", url="/score/", icon="house", key="s", in_dock=True),
    MenuItem(name="Form", url="/form/", icon="pencil", key="f", in_dock=True),
]


class World:
    """What the pages know: the score, and who waits for it to move."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Forget what happened."""
        self.value = "86.4"
        self.posts: list[str] = []
        self.moved = threading.Event()

    def move(self, value: str) -> None:
        """Change the score and tell the streams."""
        self.value = value
        self.moved.set()


WORLD = World()


class Ticket:
    def sign(self, topics: object) -> str:
        return "t"


def _show(request: HttpRequest, source: str, status: int = 200, **values: object) -> HttpResponse:
    context = {"menu": MENU, "search_url": "/found/", "live_ticket": Ticket(), "live_topics": ("score:1",), **values}
    return HttpResponse(engines["django"].from_string(source).render(context, request), status=status)


def score(request: HttpRequest) -> HttpResponse:
    return _show(request, SCORE, value=WORLD.value)


def part(request: HttpRequest) -> HttpResponse:
    return _show(request, PART, value=WORLD.value)


def live(request: HttpRequest) -> StreamingHttpResponse:
    def told() -> Iterator[str]:
        yield "retry: 100\n\n"
        if WORLD.moved.wait(10):
            WORLD.moved.clear()
            yield 'data: ["score:1"]\n\n'

    return StreamingHttpResponse(told(), content_type="text/event-stream")


def form(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _show(request, FORM)
    title = request.POST["title"]
    WORLD.posts.append(title)
    if title == "refuse":
        return _show(request, '{% refused "Weights are short." data_refusal=422 %}{% endrefused %}', 422)
    if title == "break":
        return _show(request, '{% refused "It is our fault." data_refusal=500 %}{% endrefused %}', 500)
    if not title:
        return _show(request, BOX if request.htmx else FORM, 422, error="Say something.")  # type: ignore[attr-defined]
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponse(headers={"HX-Redirect": "/score/"})
    return HttpResponseRedirect("/score/")


urlpatterns = [
    path("score/", score),
    path("part/", part),
    path("live/", live),
    path("form/", form),
    path("found/", lambda request: HttpResponse(f"found {request.GET['q']}")),
    path("theme/", kit.set_theme, name="theme"),
    path("language/", kit.set_language, name="language"),
]
