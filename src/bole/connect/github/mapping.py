"""From a delivery of GitHub to items. Bodies, comments and commit messages are not read."""

from collections.abc import Callable, Mapping
from datetime import datetime

from bole.connect.reading import delivery_name, happened, kind_of, link_of, short, title_of
from bole.connect.signing import header_of
from bole.values.refusal import say
from bole.work.rules.item import ItemVersion, Mapped, Mark, State
from bole.work.rules.moments import microseconds, moment_of
from bole.work.rules.place import Place
from bole.work.rules.refusals import MissingField, UnknownChoice

HELLO = say("GitHub says hello: the connection works.")
NOT_READ = say("Bole does not read this event.")
BY_A_ROBOT = say("A robot did this; nobody is credited.")
OWN_CHANGE = say("A review of one's own change does not count.")
NO_COMMITS = say("Nothing new was pushed.")
NOBODY = say("The tool names nobody, so nobody is credited.")

# The issue left this repository: where it went it has a new id.
_GONE = frozenset({"deleted", "transferred"})
_DROPPED = frozenset({"not_planned", "duplicate"})


def delivery_id(payload: Mapping[str, object], headers: Mapping[str, str], *, at: datetime | None = None) -> str:
    """Return the id of the delivery. GitHub keeps it when it sends again."""
    return delivery_name(header_of(headers, "X-GitHub-Delivery"), payload)


def map_delivery(payload: Mapping[str, object], headers: Mapping[str, str], *, at: datetime | None = None) -> Mapped:
    """Map one delivery; `at` is the moment of arrival, if what lies beyond it shall be refused.

    :raises Invalid: with the place, if the payload is malformed
    """
    event = header_of(headers, "X-GitHub-Event")
    if not event:
        raise MissingField(field="X-GitHub-Event", where="X-GitHub-Event")
    return happened(_BY_EVENT.get(event, _not_read)(Place.of(payload)), at)


def _ping(_: Place) -> Mapped:
    return Mapped(ignored=HELLO)


def _not_read(_: Place) -> Mapped:
    return Mapped(ignored=NOT_READ)


def _pull_request(place: Place) -> Mapped:
    change = place.inner("pull_request")
    if _is_robot(change.maybe("user")):
        return Mapped(ignored=BY_A_ROBOT)
    merged_at = change.moment("merged_at")
    state: State = "open" if _is_open(change) else "done" if merged_at else "dropped"
    account, name = _account(change.maybe("user"))
    item = ItemVersion(
        external_id=f"pull_request:{change.key('id')}",
        kind="change",
        version=_version(change),
        account=account,
        account_name=name,
        state=state,
        title=title_of(change, "title"),
        link=link_of(change, "html_url"),
        project=_project(place),
        opened_at=change.moment("created_at"),
        closed_at=None if state == "open" else merged_at or change.moment("closed_at"),
        labels=_labels(change),
    )
    return _mapped(item)


def _review(place: Place) -> Mapped:
    review, change = place.inner("review"), place.inner("pull_request")
    reviewer, author = review.maybe("user"), change.maybe("user")
    if _is_robot(reviewer):
        return Mapped(ignored=BY_A_ROBOT)
    account, name = _account(reviewer)
    if account is not None and account == _account(author)[0]:
        return Mapped(ignored=OWN_CHANGE)
    submitted_at = _moment(review, "submitted_at")
    # A dismissed review was given all the same, so every action on it maps alike.
    item = ItemVersion(
        external_id=f"review:{review.key('id')}",
        kind="review",
        version=microseconds(submitted_at),
        account=account,
        account_name=name,
        state="done",
        title=title_of(change, "title"),
        link=link_of(review, "html_url"),
        project=_project(place),
        opened_at=submitted_at,
        closed_at=submitted_at,
    )
    return _mapped(item)


def _issue(place: Place) -> Mapped:
    issue, action = place.inner("issue"), place.text("action")
    labels = _labels(issue)
    kind = issue.maybe("type")
    is_gone = action in _GONE
    state: State = "open" if _is_open(issue) else "dropped" if issue.text("state_reason") in _DROPPED else "done"
    assignee = issue.maybe("assignee")
    account, name = (None, "") if _is_robot(assignee) else _account(assignee)
    item = ItemVersion(
        external_id=f"issue:{issue.key('id')}",
        kind=kind_of([kind.text("name") if kind else "", *sorted(labels)]),
        version=_version(issue) + is_gone,
        account=account,
        account_name=name,
        state=state,
        title=title_of(issue, "title"),
        link=link_of(issue, "html_url"),
        project=_project(place),
        opened_at=issue.moment("created_at"),
        closed_at=None if state == "open" else issue.moment("closed_at"),
        labels=labels,
        marks=frozenset({Mark("reopened", _moment(issue, "updated_at"))}) if action == "reopened" else frozenset(),
        is_retracted=is_gone,
    )
    return _mapped(item)


def _push(place: Place) -> Mapped:
    if _is_robot(place.maybe("sender")):
        return Mapped(ignored=BY_A_ROBOT)
    new = [commit for commit in place.objects("commits") if commit.fields.get("distinct", True) is True]
    ref = place.text("ref")
    if not new or not ref.startswith("refs/heads/"):
        return Mapped(ignored=NO_COMMITS)
    account, name = _account(place.maybe("sender"))
    pushed_at = _pushed_at(place)
    item = ItemVersion(
        external_id=f"push:{place.inner('repository').key('id')}:{place.key('after')}",
        kind="push",
        version=microseconds(pushed_at),
        account=account,
        account_name=name,
        state="done",
        title=short(ref.removeprefix("refs/heads/")),
        link=link_of(place, "compare"),
        project=_project(place),
        opened_at=pushed_at,
        closed_at=pushed_at,
        values=(("commits", len(new)),),
    )
    return _mapped(item)


_BY_EVENT: Mapping[str, Callable[[Place], Mapped]] = {
    "ping": _ping,
    "pull_request": _pull_request,
    "pull_request_review": _review,
    "issues": _issue,
    "push": _push,
}


def _mapped(item: ItemVersion) -> Mapped:
    return Mapped(items=(item,), notes=() if item.account else (NOBODY,))


def _is_open(place: Place) -> bool:
    state = place.text("state")
    if state not in {"open", "closed"}:
        raise UnknownChoice(text=state[:60], field="state", choices="open, closed", where=place.where("state"))
    return state == "open"


def _version(place: Place) -> int:
    """Order the versions by `updated_at`. GitHub tells whole seconds, so two bits below them are free.

    Of two deliveries of one second a closed thing is the later one, and a tombstone (1 more) the last.
    """
    return microseconds(_moment(place, "updated_at")) + (0 if _is_open(place) else 2)


def _moment(place: Place, name: str) -> datetime:
    moment = place.moment(name)
    if moment is None:
        raise MissingField(field=name, where=place.where(name))
    return moment


def _pushed_at(place: Place) -> datetime:
    """Return when GitHub received the push: a commit's own time is what the author's clock said."""
    repository = place.inner("repository")
    pushed_at = repository.fields.get("pushed_at")
    if isinstance(pushed_at, str):
        return moment_of(pushed_at, where=repository.where("pushed_at"))
    moment = repository.moment_in_seconds("pushed_at")
    return moment if moment is not None else _moment(place.inner("head_commit"), "timestamp")


def _account(user: Place | None) -> tuple[str | None, str]:
    """Return who it is: the number, which stays when somebody takes another login."""
    return (None, "") if user is None else (user.key("id"), short(user.text("login")))


def _is_robot(user: Place | None) -> bool:
    return user is not None and user.text("type") == "Bot"


def _labels(place: Place) -> frozenset[str]:
    return frozenset(name for label in place.objects("labels") if (name := short(label.text("name"))))


def _project(place: Place) -> str:
    return short(place.inner("repository").text("full_name"))
