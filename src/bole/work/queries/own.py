"""All records of one's own, for one's own export."""

from typing import Any

from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.work.models import Fact


def own_facts(viewer: Viewer) -> list[dict[str, Any]]:
    """Return everything that counts for the viewer, oldest first (one query).

    :raises NotFound: if the account has no person
    """
    if viewer.person_id is None:
        raise NotFound
    rows = Fact.objects.filter(person=viewer.person_id, withdrawn_at=None).order_by("day", "id")
    columns = ("day", "measure", "value", "item__external_id", "item__title", "item__link", "item__connection__name")
    return [
        {
            "day": day.isoformat(),
            "measure": measure,
            "value": value,
            "id": external,
            "title": str(title),
            "link": str(link),
            "source": source,
        }
        for day, measure, value, external, title, link, source in rows.values_list(*columns).iterator(chunk_size=2000)
    ]
