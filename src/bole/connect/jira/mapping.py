"""From a delivery of Jira to items. Descriptions, comments and work logs are not read."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from bole.connect.jira.words import BACK, CONTAINERS, DONE, DROPPED
from bole.connect.reading import delivery_name, happened, kind_of, short, title_of
from bole.connect.signing import header_of
from bole.values.refusal import say
from bole.work.rules.item import ItemVersion, Mapped, Mark, State
from bole.work.rules.moments import day_of, microseconds, moment_of_seconds
from bole.work.rules.place import Place
from bole.work.rules.refusals import MissingField
from bole.work.rules.wording import is_link

NOT_READ = say("Bole does not read this event.")
CONTAINER = say("This holds other work and is none itself.")
NOBODY = say("The tool names nobody, so nobody is credited.")
NO_RESOLUTION_DATE = say(
    "Closed without a resolution date: the day of the last change counts. Let the workflow's last step set a resolution."
)

EVENTS = frozenset({"jira:issue_created", "jira:issue_updated", "jira:issue_deleted"})


def delivery_id(payload: Mapping[str, object], headers: Mapping[str, str], *, at: datetime | None = None) -> str:
    """Return the id of the delivery. Jira keeps it when it sends again."""
    return delivery_name(header_of(headers, "X-Atlassian-Webhook-Identifier"), payload)


def map_delivery(payload: Mapping[str, object], headers: Mapping[str, str], *, at: datetime | None = None) -> Mapped:
    """Map one delivery; `at` is the moment of arrival, if what lies beyond it shall be refused.

    :raises Invalid: with the place, if the payload is malformed
    """
    place = Place.of(payload)
    place.must_have("webhookEvent")
    if place.text("webhookEvent") not in EVENTS:
        return Mapped(ignored=NOT_READ)
    issue = place.inner("issue")
    fields = issue.inner("fields")
    kind_name = fields.inner("issuetype").text("name")
    if kind_name.strip().casefold() in CONTAINERS:
        return Mapped(ignored=CONTAINER)
    updated_at = _moment(fields, "updated")
    is_gone = place.text("webhookEvent") == "jira:issue_deleted"
    state = _state(fields)
    account, name, email = _assignee(fields)
    item = ItemVersion(
        external_id=issue.key("id"),
        kind=kind_of([kind_name]),
        version=_deleted_version(place, updated_at) if is_gone else microseconds(updated_at),
        account=account,
        account_name=name,
        account_email=email,
        state=state,
        title=title_of(fields, "summary"),
        link=_link(issue),
        project=_project(fields),
        opened_at=fields.moment("created"),
        due_on=fields.day("duedate"),
        closed_at=None if state == "open" else _closed_at(fields) or updated_at,
        labels=frozenset(short(label) for label in fields.entries("labels") if isinstance(label, str) and short(label)),
        marks=frozenset(_marks(place, state, updated_at)),
        is_retracted=is_gone,
    )
    return happened(Mapped(items=(item,), notes=tuple(_notes(item, fields))), at)


def _notes(item: ItemVersion, fields: Place) -> Iterator[str]:
    if item.account is None:
        yield NOBODY
    if item.state != "open" and _closed_at(fields) is None:
        yield NO_RESOLUTION_DATE


def _state(fields: Place) -> State:
    """Return what Jira's status category says; an old Jira without categories is asked for a resolution."""
    status = fields.inner("status")
    category = status.maybe("statusCategory")
    resolution = fields.maybe("resolution")
    is_done = category.text("key") == "done" if category else resolution is not None or fields.has("resolutiondate")
    if not is_done:
        return "open"
    names = {status.text("name").strip().casefold(), resolution.text("name").strip().casefold() if resolution else ""}
    return "done" if DROPPED.isdisjoint(names) else "dropped"


def _closed_at(fields: Place) -> datetime | None:
    return fields.moment("resolutiondate") or fields.moment("statuscategorychangedate")


def _marks(place: Place, state: State, moment: datetime) -> Iterator[Mark]:
    """Return what the change log says that the latest state does not show."""
    log = place.maybe("changelog")
    for change in log.objects("items") if log else ():
        field = change.text("field")
        if field == "duedate" and _is_later(change):
            yield Mark("postponed", moment)
        if state == "open" and _is_taken_back(change, field):
            yield Mark("reopened", moment)


def _is_later(change: Place) -> bool:
    """Test if a due day was moved later. One that is set for the first time, or taken away, is not moved."""
    before, after = change.text("from"), change.text("to")
    if not before or not after:
        return False
    return day_of(after[:10], where=change.where("to")) > day_of(before[:10], where=change.where("from"))


def _is_taken_back(change: Place, field: str) -> bool:
    before, after = change.text("fromString").strip().casefold(), change.text("toString").strip().casefold()
    if field == "status":
        return before in DONE or after in BACK
    return field == "resolution" and bool(before) and not after


def _assignee(fields: Place) -> tuple[str | None, str, str]:
    """Return who it is: the cloud's account id, else a server's key or user name."""
    user = fields.maybe("assignee")
    if user is None:
        return None, "", ""
    name = next((name for name in ("accountId", "key", "name") if user.has(name)), "accountId")
    return user.key(name), short(user.text("displayName")), short(user.text("emailAddress")).casefold()


def _project(fields: Place) -> str:
    project = fields.maybe("project")
    return short(project.text("name") or project.text("key")) if project else ""


def _link(issue: Place) -> str:
    """Return the page of the issue: the site before `/rest/`, then `/browse/KEY`."""
    site, found, _ = issue.text("self").partition("/rest/")
    link = f"{site}/browse/{issue.text('key')}"
    return link if found and issue.has("key") and is_link(link) else ""


def _deleted_version(place: Place, updated_at: datetime) -> int:
    """Return a version after all others: a deletion leaves `updated` as it was, only the delivery has its moment."""
    milliseconds = place.number("timestamp") or 0
    moment_of_seconds(milliseconds // 1000, where=place.where("timestamp"))
    return max(microseconds(updated_at) + 1, milliseconds * 1000)


def _moment(place: Place, name: str) -> datetime:
    moment = place.moment(name)
    if moment is None:
        raise MissingField(field=name, where=place.where(name))
    return moment
