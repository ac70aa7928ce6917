"""Whom matching tells what. Names and places on the list only; the reasons stand on the page."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from bole.kit.clock import local_day
from bole.mentoring.admission_telling import hr_accounts_of
from bole.mentoring.models import MatchRun, Wish
from bole.notices.actions import tell
from bole.notices.kinds import offer_kind
from bole.people.models import Person
from bole.people.queries import managers_on
from bole.values.viewer import SYSTEM

FIND, REQUESTS, RUNS = "/mentoring/find/", "/mentoring/requests/", "/company/mentoring/matching/runs/"
WAITED_FOR = timedelta(seconds=10)  # as long as somebody looks at a page that moves
WHY_NOT = {
    "no_mentor": _("no mentor may be paired with you at present"),
    "below_least": _("no mentor fits well enough what you want to learn"),
    "no_seats": _("the mentors who fit have no seat left"),
    "others_first": _("there were fewer seats than people who fit them"),
    "changed": _("something changed before the pair began"),
}


def offer_matching_kinds() -> None:
    """Offer the sentences."""
    offer_kind("mentoring.matched", _("{mentor} is your mentor. See why you two"), icon="hand-heart")
    offer_kind("mentoring.mentee_matched", _("{mentee} is your mentee. See why you two"), icon="hand-heart")
    offer_kind(
        "mentoring.unmatched",
        _("No fitting mentor this time: {why}. You are number {n} on the waiting list."),
        icon="list-ordered", words={"why": WHY_NOT},
    )  # fmt: skip
    offer_kind(
        "mentoring.asked", _("{mentee} asks you to be the mentor. Accept, or decline without a reason"), icon="hand-helping",
        group="approval",
    )  # fmt: skip
    offer_kind(
        "mentoring.suggested_mentee",
        _("You have a free seat: {mentee} waits for a mentor and fits you. Accept, or decline without a reason"),
        icon="hand-helping", group="approval",
    )  # fmt: skip
    offer_kind("mentoring.suggested_mentor", _("A seat is free: {mentor} was suggested as your mentor and asked"), icon="hand-helping")
    offer_kind("mentoring.request_accepted", _("{mentor} accepted: {mentee} has a mentor"), icon="hand-heart")
    offer_kind("mentoring.request_declined", _("{mentor} has no room at present. You can ask somebody else"), icon="hand-helping")

    offer_kind("mentoring.matching_done", _("The pool is matched: {pairs} of {count} have a mentor. Look at the draft"), icon="shuffle")
    offer_kind(
        "mentoring.matching_failed", _("Matching did not come to its end; nothing was changed. See why, and what helps"), icon="shuffle"
    )
    offer_kind("mentoring.matching_tried", _("What another capacity would change is worked out; nothing is kept of it yet"), icon="shuffle")
    offer_kind("mentoring.matching_published", _("The matching is published: {pairs} of {count} pairs began"), icon="shuffle")
    stays = _("Publishing did not come to its end; the pairs that began stay. See why, and what helps")
    offer_kind("mentoring.publishing_failed", stays, icon="shuffle")


def tell_drafted(run: MatchRun, pairs: int, count: int, *, at: datetime) -> None:
    """Tell who asked that the draft is there."""
    _tell_who_asked(run, "mentoring.matching_done", {"pairs": pairs, "count": count}, at=at)


def tell_tried(run: MatchRun, *, at: datetime) -> None:
    """Tell who asked what would change, if it took so long that they may have left the page."""
    if at >= run.asked_at + WAITED_FOR:
        _tell_who_asked(run, "mentoring.matching_tried", {}, at=at)


def tell_published(run: MatchRun, began: int, count: int, *, at: datetime) -> None:
    """Tell who asked that the pairs of the draft have begun."""
    _tell_who_asked(run, "mentoring.matching_published", {"pairs": began, "count": count}, at=at)


def tell_failed(run: MatchRun, *, at: datetime) -> None:
    """Tell who asked that it did not come to its end."""
    kind = "mentoring.publishing_failed" if run.work == "publish" else "mentoring.matching_failed"
    _tell_who_asked(run, kind, {}, at=at)


def _tell_who_asked(run: MatchRun, kind: str, params: dict[str, str | int], *, at: datetime) -> None:
    if run.account_id is not None:
        tell(accounts=[run.account_id], kind=kind, key=run.ref, params=params, address=f"{RUNS}{run.ref}/", by=SYSTEM, at=at)


def tell_matched(wish: Wish, mentor: Person, pair_ref: str, *, at: datetime) -> None:
    """Tell the two that they are a pair."""
    address = f"/mentoring/pairs/{pair_ref}/"
    _tell(wish.person, "mentoring.matched", pair_ref, {"mentor": mentor.name}, address, at=at)
    _tell(mentor, "mentoring.mentee_matched", pair_ref, {"mentee": wish.person.name}, address, at=at)


def tell_waiting(wish: Wish, why: str, place: int, *, key: str, at: datetime) -> None:
    """Tell somebody why there is no mentor yet, and the place on the list."""
    _tell(wish.person, "mentoring.unmatched", f"{wish.ref}-{key}", {"why": why, "n": place}, FIND, at=at)


def tell_asked(wish: Wish, mentor: Person, *, at: datetime) -> None:
    """Tell a mentor that somebody asks."""
    _tell(mentor, "mentoring.asked", f"{wish.ref}-{wish.version}", {"mentee": wish.person.name}, REQUESTS, at=at)


def tell_suggested(wish: Wish, mentor: Person, *, at: datetime) -> None:
    """Tell a mentor with a free seat who was suggested, and whoever waits that the mentor was asked."""
    key = f"{wish.ref}-{wish.version}"
    _tell(mentor, "mentoring.suggested_mentee", key, {"mentee": wish.person.name}, REQUESTS, at=at)
    _tell(wish.person, "mentoring.suggested_mentor", key, {"mentor": mentor.name}, FIND, at=at)


def tell_declined(wish: Wish, mentor: Person, *, at: datetime) -> None:
    """Tell whoever asked that this mentor has no room; nothing more is said."""
    _tell(wish.person, "mentoring.request_declined", f"{wish.ref}-{wish.version}", {"mentor": mentor.name}, FIND, at=at)


def tell_accepted(wish: Wish, mentor: Person, pair_ref: str, *, day: datetime) -> None:
    """Tell the mentee, the mentee's manager and HR that the mentor accepted."""
    tell_matched(wish, mentor, pair_ref, at=day)
    accounts: set[int | None] = set(hr_accounts_of(wish.person, at=day))
    boss = managers_on([wish.person_id], local_day(day)).get(wish.person_id)
    if boss is not None:
        accounts |= set(Person.objects.exclude(account=None).filter(pk=boss).values_list("account_id", flat=True))
    params = {"mentor": mentor.name, "mentee": wish.person.name}
    tell(
        accounts=[one for one in accounts if one is not None], kind="mentoring.request_accepted", key=pair_ref, params=params,
        address=f"/mentoring/pairs/{pair_ref}/seen/", by=SYSTEM, at=day,
    )  # fmt: skip


def _tell(person: Person, kind: str, key: str, params: dict[str, str | int], address: str, *, at: datetime) -> None:
    if person.account_id is not None:
        tell(accounts=[person.account_id], kind=kind, key=key, params=params, address=address, by=SYSTEM, at=at)
