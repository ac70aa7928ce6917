"""Publishing many drafts of the library at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bole.growth.models import LibraryItem
from bole.growth.permissions import insist_on_keeping
from bole.growth.queries.library import PUBLISHED
from bole.growth.queries.library_drafts import lacks_of
from bole.growth.refusals import NothingTicked
from bole.kit.action import action, on_record
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """How many drafts everybody can read now, and how many stay drafts because they lack something."""

    count: int
    left: int


@action("growth.publish_drafts")
def publish_drafts(*, refs: Collection[str], by: Viewer, at: datetime) -> Published:
    """Let everybody read these drafts; one that lacks something stays a draft, and what is no draft any more stays as it is.

    :raises NotFound, NotYours: unless the viewer keeps the library
    :raises NothingTicked: if none is named
    """
    insist_on_keeping(by)
    if not refs:
        raise NothingTicked
    chosen = LibraryItem.objects.select_for_update().filter(ref__in=refs, state="draft")
    items = list(chosen.defer("text_zh", "text_en", "body_zh", "body_en").order_by("-changed_at", "id"))
    missing = lacks_of(items)
    ready = [one for one in items if not missing[one.pk]]
    LibraryItem.objects.filter(pk__in=[one.pk for one in ready]).update(state=PUBLISHED, published_at=at)
    on_record(thing=f"{len(ready)} library items", fields=("state",))
    for one in ready:
        on_record(thing=f"library item {one.ref}")
    return Published(count=len(ready), left=len(items) - len(ready))
