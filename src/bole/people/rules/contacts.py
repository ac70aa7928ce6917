"""Ways to reach a person, in the one form that is stored."""

import re
import unicodedata
from datetime import date

from bole.people.rules.names import normalise_text
from bole.people.rules.refusals import BadBirthday, BadEmail, BadMobile

_EMAIL = re.compile(r"[^@\s\"(),:;<>\[\\\]]+@[^@\s\"(),:;<>\[\\\]]+\.[^@\s\"(),:;<>\[\\\].]+")
_MOBILE = re.compile(r"\+?[0-9]{5,18}")
LONGEST_EMAIL = 200
OLDEST = 120


def normalise_email(text: str) -> str:
    """Return the address in lower case; nothing stays nothing.

    :raises BadEmail: if it is no address
    """
    email = normalise_text(text).lower()
    if email and (len(email) > LONGEST_EMAIL or not _EMAIL.fullmatch(email)):
        raise BadEmail(where="work_email", text=email[:LONGEST_EMAIL])
    return email


def normalise_mobile(text: str) -> str:
    """Return digits only, with + in front of a foreign number; nothing stays nothing.

    :raises BadMobile: if it is no number
    """
    bare = re.sub(r"[\s()./-]", "", unicodedata.normalize("NFKC", normalise_text(text)))
    bare = re.sub(r"^(?:\+86|0086)(?=1\d{10}$)", "", bare)
    if bare and not _MOBILE.fullmatch(bare):
        raise BadMobile(where="mobile", text=text.strip()[:60])
    return bare


def checked_birthday(day: date | None, *, today: date) -> date | None:
    """Return the day.

    :raises BadBirthday: if it lies in the future or more than 120 years back
    """
    if day is not None and not (today.year - OLDEST <= day.year and day <= today):
        raise BadBirthday(where="birthday", day=day)
    return day
