"""Taking a catalogue from a file: all of it or nothing."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from bole.growth.actions.library import Written, fields_of, held_of
from bole.growth.models import LibraryItem, LibraryVersion, Skill
from bole.growth.permissions import insist_on_keeping
from bole.growth.refusals import TextMissing
from bole.kit.action import action, on_record
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenSkill:
    """A skill from a file; `source` says from where it was taken."""

    code: str
    group: str
    name_zh: str
    name_en: str
    words_zh: str = ""
    words_en: str = ""
    source: str = ""

    def checked(self) -> "GivenSkill":
        """Return it if it can be kept.

        :raises TextMissing: if a name is missing or does not fit
        """
        for key, longest in (("name_zh", 60), ("name_en", 60), ("words_zh", 200), ("words_en", 200)):
            said = getattr(self, key)
            if len(said) > longest or (key.startswith("name") and not said.strip()):
                raise TextMissing(where=key)
        return self


@action("growth.take_catalogue")
def take_catalogue(*, skills: Sequence[GivenSkill], items: Sequence[Written], by: Viewer, at: datetime) -> int:
    """Add skills and items (as drafts) that are not here; what is here stays as it is. Return how many things were added.

    :raises Invalid: if one of them cannot be kept, and then nothing is
    """
    insist_on_keeping(by)
    there = set(Skill.objects.values_list("code", flat=True))
    new = [one.checked() for one in skills if one.code not in there]
    Skill.objects.bulk_create(Skill(**asdict(one), changed_at=at, changed_by=by.name) for one in new)
    titles = set(LibraryItem.objects.values_list("title_zh", flat=True))
    written = [one for one in items if one.title_zh not in titles]
    made = LibraryItem.objects.bulk_create(LibraryItem(**fields_of(one), changed_at=at, changed_by=by.name) for one in written)
    LibraryVersion.objects.bulk_create(
        LibraryVersion(item=item, number=1, held=held_of(one), made_at=at, made_by=by.name) for item, one in zip(made, written, strict=True)
    )
    on_record(thing=f"{len(new)} skills, {len(made)} library items")
    return len(new) + len(made)
