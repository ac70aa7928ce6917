"""Tables of connect."""

from bole.connect.people_file.models import PeopleImport

__all__ = ["PeopleImport"]
