"""Whoever acts in two years of mentoring: mentors and mentees, most without an account, and HR with its units of all years."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bole.access.queries import viewer_for
from bole.accounts.models import Account
from bole.people.models import Person
from bole.sandbox.rules.company import CompanyPlan
from bole.sandbox.rules.mentoring_mentors import area_of
from bole.sandbox.rules.personas import BY_KEY
from bole.values.viewer import Viewer

OF_PARTNER = ("SOL", "ALG", "PLT", "QA", "DATA")  # the units that He Jia looks after
NO_ACCOUNT = 0


@dataclass(frozen=True)
class Hands:
    """Who acts, by staff number; HR sees everybody who ever worked in the units that it looks after today."""

    plan: CompanyPlan
    keys: Mapping[str, int]
    _known: dict[str, Viewer] = field(default_factory=dict)
    _accounts: dict[str, int | None] = field(default_factory=dict)

    def of(self, number: str) -> Viewer:
        """Return somebody who acts for themselves in a pair; who cannot sign in here acts with no account of the demo."""
        if not self._accounts:
            self._accounts.update(Person.objects.exclude(account=None).values_list("number", "account_id"))
        if number not in self._known:
            account = self._accounts.get(number, NO_ACCOUNT)
            self._known[number] = Viewer(name=self.plan.by_number[number].name, account_id=account, person_id=self.keys[number])
        return self._known[number]

    def hr_for(self, number: str, day: date) -> Viewer:
        """Return the HR partner who looks after somebody's unit of a day."""
        post = self.plan.by_number[number].post_on(day) or self.plan.by_number[number].posts[0]
        return self.hr("hr_partner" if area_of(post.unit) in OF_PARTNER else "second_partner")

    def hr(self, key: str) -> Viewer:
        """Return somebody of HR, by the persona's key."""
        if key not in self._known:
            found = viewer_for(Account.objects.get(login=BY_KEY[key].login), day=self.plan.almanac.anchor)
            assert found is not None  # noqa: S101  (HR works here on all days of the demo)
            self._known[key] = replace(found[0], partnered=found[0].partnered | self._ever(key))
        return self._known[key]

    def _ever(self, key: str) -> frozenset[int]:
        """Return everybody who ever worked where this partner looks after people; of others nobody."""
        if key not in {"hr_partner", "second_partner"}:
            return frozenset()
        is_first = key == "hr_partner"
        return frozenset(
            self.keys[one.number]
            for one in self.plan.people
            if any((area_of(post.unit) in OF_PARTNER) == is_first for post in one.posts) and one.number != BY_KEY[key].number
        )
