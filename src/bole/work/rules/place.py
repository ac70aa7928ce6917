"""A JSON object that knows where it stands, so that a refusal can point at the very field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bole.work.rules.moments import day_of, moment_of, moment_of_seconds
from bole.work.rules.refusals import MissingField, NotList, NotObject, NotText, NotWholeNumber, NotYesOrNo
from bole.work.rules.wording import checked


@dataclass(frozen=True, slots=True)
class Place:
    """An object and its JSON pointer. Fields that are absent, null or (text) empty count as not given."""

    fields: Mapping[str, object]
    pointer: str = ""

    @classmethod
    def of(cls, value: object, *, pointer: str = "", field: str = "body") -> "Place":
        """Stand at a value.

        :raises NotObject: if it is no object
        """
        if not isinstance(value, Mapping):
            raise NotObject(field=field, where=pointer or "/")
        return cls(value, pointer)

    def where(self, name: str | int) -> str:
        """Return the pointer of a field; `~` and `/` in names are escaped."""
        return f"{self.pointer}/{str(name).replace('~', '~0').replace('/', '~1')}"

    def has(self, name: str) -> bool:
        """Test if the field is given."""
        return self.fields.get(name) not in (None, "")

    def must_have(self, name: str) -> None:
        """Insist on a field.

        :raises MissingField: if it is not given
        """
        if not self.has(name):
            raise MissingField(field=name, where=self.where(name))

    def text(self, name: str) -> str:
        """Return the text of a field, "" if it is not given.

        :raises NotText: if it is something else
        """
        value = self.fields.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise NotText(field=name, where=self.where(name))
        return value

    def key(self, name: str) -> str:
        """Return what identifies something, as text. Tools write ids as numbers or as text.

        :raises MissingField: if it is not given
        :raises NotText: if it is neither text nor a whole number
        """
        self.must_have(name)
        value = self.fields[name]
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            raise NotText(field=name, where=self.where(name))
        return checked(value, field=name, where=self.where(name))

    def number(self, name: str) -> int | None:
        """Return a whole number.

        :raises NotWholeNumber: if it is something else
        """
        value = self.fields.get(name)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool):
            raise NotWholeNumber(field=name, where=self.where(name))
        return value

    def yes(self, name: str) -> bool:
        """Return true or false; false if it is not given.

        :raises NotYesOrNo: if it is something else
        """
        value = self.fields.get(name)
        if value is None:
            return False
        if not isinstance(value, bool):
            raise NotYesOrNo(field=name, where=self.where(name))
        return value

    def moment(self, name: str) -> datetime | None:
        """Return a moment, in UTC.

        :raises NotText: if it is no text
        :raises BadMoment: if it is no moment, or has no zone
        """
        text = self.text(name)
        return moment_of(text, where=self.where(name)) if text else None

    def moment_in_seconds(self, name: str) -> datetime | None:
        """Return a moment that is written as seconds since 1970.

        :raises NotWholeNumber: if it is no number
        :raises BadMoment: if it lies outside 1900 to 2200
        """
        seconds = self.number(name)
        return None if seconds is None else moment_of_seconds(seconds, where=self.where(name))

    def day(self, name: str) -> date | None:
        """Return a day.

        :raises NotText: if it is no text
        :raises BadDay: if it is no day
        """
        text = self.text(name)
        return day_of(text, where=self.where(name)) if text else None

    def inner(self, name: str) -> "Place":
        """Go into an object.

        :raises MissingField: if it is not given
        :raises NotObject: if it is something else
        """
        self.must_have(name)
        return Place.of(self.fields[name], pointer=self.where(name), field=name)

    def maybe(self, name: str) -> "Place | None":
        """Go into an object, if it is given.

        :raises NotObject: if it is something else
        """
        return self.inner(name) if self.has(name) else None

    def objects(self, name: str) -> Iterator["Place"]:
        """Go through a list of objects; none if it is not given.

        :raises NotList: if it is no list
        :raises NotObject: if an entry is no object
        """
        for n, entry in enumerate(self.entries(name)):
            yield Place.of(entry, pointer=f"{self.where(name)}/{n}", field=name)

    def entries(self, name: str) -> list[object]:
        """Return a list; an empty one if it is not given.

        :raises NotList: if it is something else
        """
        value = self.fields.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise NotList(field=name, where=self.where(name))
        return value
