"""How somebody wants to be told."""

from collections.abc import Collection
from datetime import datetime, time

from bole.kit.action import action, on_record
from bole.notices.kinds import TOPICS
from bole.notices.models import Preference
from bole.notices.rules.planning import WAYS
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

SWITCHES = frozenset(f"{topic}:{way}" for topic in TOPICS for way in WAYS)


@action("notices.prefer")
def prefer(
    *, quiet_from: time, quiet_to: time, wants_digest: bool, off: Collection[str], language: str, by: Viewer, at: datetime
) -> Preference:
    """Keep how somebody wants to be told. Everything stays in the app, whatever is switched off.

    :raises NotFound: for programs
    """
    if by.account_id is None:
        raise NotFound
    kept = {
        "quiet_from": quiet_from,
        "quiet_to": quiet_to,
        "digest": "on" if wants_digest else "off",
        "off": sorted(SWITCHES.intersection(off)),
        "language": language if language == "en" else "zh-hans",
    }
    row, _ = Preference.objects.update_or_create(account_id=by.account_id, defaults=kept)
    on_record(fields=("quiet_from", "quiet_to", "digest", "off", "language"))
    return row
