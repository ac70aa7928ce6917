"""What is written about people, as values: a post, a newcomer, a move, an identity; each in the one form that is stored."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date

from bole.people.rules.contacts import checked_birthday, normalise_email, normalise_mobile
from bole.people.rules.names import LONGEST_NAME, NameKeys, name_keys, normalise_name, normalise_number, normalise_text
from bole.people.rules.refusals import TooLong, UnknownKind
from bole.people.rules.spells import checked
from bole.people.rules.zones import checked_zone

REGULAR = "regular"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Where and as what somebody works. Without a manager the head of the unit leads."""

    unit_id: int
    position_id: int
    family_id: int
    grade_id: int
    manager_id: int | None = None
    zone: str = ""
    share_bp: int = 10000


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who somebody is, and how to reach them."""

    name: str
    name_en: str = ""
    work_email: str = ""
    mobile: str = ""
    birthday: date | None = None

    def cleaned(self, *, today: date) -> "Identity":
        """Return it in the form that is stored.

        :raises Invalid: the narrowest refusal of the part that cannot be taken
        """
        return Identity(
            name=normalise_name(self.name),
            name_en=short_text(self.name_en, where="name_en"),
            work_email=normalise_email(self.work_email),
            mobile=normalise_mobile(self.mobile),
            birthday=checked_birthday(self.birthday, today=today),
        )

    def keys(self, numbers: Collection[str]) -> NameKeys:
        """Return what the person is sorted and found by."""
        return name_keys(self.name, name_en=self.name_en, numbers=sorted(numbers))


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Somebody who joins. `manager_number` names a manager who may join in the same call; it wins over the post's manager."""

    number: str
    identity: Identity
    employer_id: int
    first_day: date
    post: Post
    kind: str = REGULAR
    last_day: date | None = None
    reason_ended: str = ""
    manager_number: str = ""

    def cleaned(self, *, today: date, kinds: Collection[str]) -> "Newcomer":
        """Return it in the form that is stored.

        :raises Invalid: the narrowest refusal of the part that cannot be taken
        """
        checked(self.first_day, self.last_day)
        return replace(
            self,
            number=normalise_number(self.number),
            identity=self.identity.cleaned(today=today),
            kind=known(self.kind, kinds, where="kind"),
            post=cleaned_post(self.post),
            manager_number=normalise_text(self.manager_number),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """Somebody who left and comes back, with the old number."""

    person_id: int
    employer_id: int
    first_day: date
    post: Post
    kind: str = "rehired"
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Somebody who works elsewhere, as something else or for somebody else from a day on."""

    person_id: int
    first_day: date
    post: Post


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewriting:
    """Somebody whose name or contact changes."""

    person_id: int
    identity: Identity


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """Somebody whose contract becomes one of another kind from a day on."""

    person_id: int
    kind: str
    first_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Somebody who leaves after a day."""

    person_id: int
    last_day: date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """All that one file or one sync changes, taken as a whole or not at all."""

    newcomers: tuple[Newcomer, ...] = ()
    returns: tuple[Return, ...] = ()
    moves: tuple[Move, ...] = ()
    rewritings: tuple[Rewriting, ...] = ()
    conversions: tuple[Conversion, ...] = ()
    endings: tuple[Ending, ...] = ()
    # Managers who join in the same roster, by the number of whom they lead; added to `moves` and `returns` once they are there.
    managers: dict[int, str] = field(default_factory=dict)


def cleaned_post(post: Post) -> Post:
    """Return the post with its zone as it is known.

    :raises UnknownZone: if there is no such zone
    """
    return replace(post, zone=checked_zone(post.zone))


def known(kind: str, kinds: Collection[str], *, where: str) -> str:
    """Return the word.

    :raises UnknownKind: if it is not among those known
    """
    if kind not in kinds:
        raise UnknownKind(where=where, kind=kind[:40], known=", ".join(kinds))
    return kind


def short_text(text: str, *, where: str, limit: int = LONGEST_NAME) -> str:
    """Return the text in one form.

    :raises TooLong: if it does not fit
    :raises HiddenCharacters: if it holds a character that cannot be seen
    """
    clean = normalise_text(text)
    if len(clean) > limit:
        raise TooLong(where=where, length=len(clean), limit=limit)
    return clean
