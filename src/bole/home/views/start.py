"""The personal home, and how somebody wants it."""

from typing import get_args

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from bole.home.actions import forget_layout, lay_out_card
from bole.home.forms import SupportForm
from bole.home.queries.start import cards_to_arrange, start_of
from bole.home.queries.unscored import unscored_of
from bole.home.rules.layout import BACK, Verb
from bole.home.shown.start import arranged_cards, done_words, start_shown
from bole.home.views.team import topics_of
from bole.kit.cards import card_kinds
from bole.kit.clock import now, today
from bole.kit.page import page, swaps, viewer_of
from bole.scoring.queries import score_topic, support_topic
from bole.values.refusal import NotFound

PAGE = "home/start.html"
ARRANGE = "home/arrange.html"
PARTS = frozenset({"head", "cards", "support"})


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Show the personal home; before it, once, what is looked at and what is not."""
    if getattr(request.user, "first_page_seen_at", None) is None:
        return page(request, "home/first.html")
    return page(request, PAGE, context_of(request, done=request.GET.get("done", "")), live=_topics(request))


@require_GET
def part(request: HttpRequest, name: str) -> HttpResponse:
    """Show a part of the home again."""
    if name not in PARTS:
        raise NotFound
    return page(request, PAGE, context_of(request), part=name)


@require_GET
def arrange(request: HttpRequest) -> HttpResponse:
    """Show all cards, to be put in order, pinned and hidden."""
    return page(request, ARRANGE, _arranged(request, done=request.GET.get("done", "")))


@require_POST
def lay_out(request: HttpRequest, code: str, verb: str) -> HttpResponse:
    """Pin, hide or move a card; what was done is said, with the way back."""
    viewer, is_arranging = viewer_of(request), request.POST.get("on") == "arrange"
    codes = start_of(viewer, name=viewer.name, day=today(), at=now()).codes if verb in {"up", "down"} else tuple(card_kinds())
    lay_out_card(code=code, verb=verb, codes=codes, by=viewer, at=now())
    done = f"{verb}-{code}"
    if not swaps(request):
        return redirect(f"/home/arrange/?done={done}" if is_arranging else f"/?done={done}")
    if is_arranging:
        return page(request, ARRANGE, _arranged(request, done=done), part="list")
    return page(request, PAGE, context_of(request, done=done), part="cards")


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Put the home back to the order of the day."""
    forget_layout(by=viewer_of(request), at=now())
    return redirect("arrange_home")


def _topics(request: HttpRequest) -> list[str]:
    viewer = viewer_of(request)
    own = [score_topic(viewer.person_id), support_topic(viewer.person_id)] if viewer.person_id else []
    return [*own, *topics_of(viewer)]


def context_of(request: HttpRequest, *, form: SupportForm | None = None, said: str = "", done: str = "") -> dict[str, object]:
    """Return what the home needs; `form` was refused, `said` is what was done, `done` what was done with a card."""
    viewer = viewer_of(request)
    name = getattr(getattr(request, "me", None), "name", "") or viewer.name
    found = start_of(viewer, name=name, day=today(), at=now())
    return {
        "shown": start_shown(found, unscored_of(viewer, day=today())),
        "today": found.asked.day,
        "topics": " ".join(_topics(request)),
        "form": form or SupportForm(),
        "said": said,
        **_done(done),
    }


def _arranged(request: HttpRequest, *, done: str) -> dict[str, object]:
    viewer = viewer_of(request)
    found = start_of(viewer, name=viewer.name, day=today(), at=now())
    return {"cards": arranged_cards(found, cards_to_arrange(found)), **_done(done)}


def _done(done: str) -> dict[str, object]:
    """Return what to say of a change, and the way back; nothing for what was not done."""
    verb, _, code = done.partition("-")
    kind = card_kinds().get(code)
    found: Verb | None = next((one for one in get_args(Verb) if one == verb), None)
    if kind is None or found is None:
        return {}
    return {"done": done_words(found, str(kind.title)), "undo_url": f"/home/cards/{code}/{BACK[found]}/"}
