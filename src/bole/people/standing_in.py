"""Who may stand in for whoever leads people: those who lead people themselves, next to them in the line."""

from datetime import date

from bole.people.models import Person
from bole.people.queries.lines import bosses_of_leaders, tree_on


def leaders_beside(account_id: int, day: date) -> list[tuple[int, str]]:
    """Return the accounts of those who lead people above, beside and directly below somebody who does (five queries); nobody for others."""
    me = Person.objects.filter(account=account_id).values_list("pk", flat=True).first()
    bosses = bosses_of_leaders(day, tree_on(day))
    if me is None or me not in bosses:
        return []
    boss = bosses[me]
    found = {one for one, over in bosses.items() if over == me or (over == boss and boss is not None)}
    while boss is not None and boss not in found:
        found.add(boss)
        boss = bosses.get(boss)
    people = Person.objects.filter(pk__in=found - {me}, account__is_active=True)
    return list(people.values_list("account_id", "account__name"))
