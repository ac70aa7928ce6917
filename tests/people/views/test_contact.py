"""Private contact: one's own, and HR's that looks after the person; nobody else's."""

import pytest
from django.test import Client

from bole.accounts.models import Account
from bole.audit.queries import who_looked
from bole.people.actions import change_contact, link_account
from bole.people.models import Person
from bole.values.viewer import SYSTEM
from tests.people.company import MORNING, Cast, cast
from tests.people.views.browsers import browser, words

pytestmark = pytest.mark.django_db
OWN, OF_LI = "/me/contact/", "/company/people/BL0471/contact/"


@pytest.fixture
def place() -> Cast:
    """Return the company and its cast; 李四's mobile is known."""
    made = cast()
    change_contact(person_id=made.li.pk, mobile="13800138000", birthday=None, by=SYSTEM, at=MORNING)
    return made


def person(who: Person, *roles: str) -> Client:
    """Return the browser of somebody who works here."""
    client = browser(who.number, *roles)
    link_account(person_id=who.pk, account_id=Account.objects.get(login=who.number).pk, by=SYSTEM, at=MORNING)
    return client


def form(**other: str) -> dict[str, str]:
    """Return the form of 李四's contact as the page fills it in."""
    return {"mobile": "13800138000", "birthday": "", "version": str(Person.objects.get(number="BL0471").version), **other}


class TestOnesOwn:
    def test_is_read_and_changed(self, place: Cast) -> None:
        mine = person(place.li)

        sent = mine.post(OWN, form(mobile="139 0013 9000", birthday="1991-03-07"))

        assert (sent.status_code, sent["Location"]) == (302, OWN)
        assert 'value="13900139000"' in words(mine.get(OWN))
        assert 'value="1991-03-07"' in words(mine.get(OWN))

    def test_stands_on_the_page_of_oneself(self, place: Cast) -> None:
        assert OWN in words(person(place.li).get("/me/"))

    def test_is_refused_beside_its_field(self, place: Cast) -> None:
        mine = person(place.li)

        number, day = mine.post(OWN, form(mobile="十三")), mine.post(OWN, form(birthday="2027-01-01"))

        assert (number.status_code, day.status_code) == (422, 422)
        assert "十三" in words(number)
        assert Person.objects.get(number="BL0471").mobile == "13800138000"

    def test_is_not_there_without_a_person(self, place: Cast) -> None:
        assert browser("asker", "system_admin").get(OWN).status_code == 404


class TestHrs:
    def test_is_changed_from_the_file_and_leaves_a_line(self, place: Cast) -> None:
        hr = browser("admin", "hr_admin")

        hr.post(OF_LI, form(mobile="13900139000"))

        assert OF_LI in words(hr.get("/company/people/BL0471/"))
        assert 'value="13900139000"' in words(hr.get(OF_LI))
        assert "contact" in who_looked(str(place.li.ref), since=MORNING)[0].fields
        assert "私人联系方式" in words(person(place.li).get("/me/"))

    def test_shows_both_texts_when_two_changed_it(self, place: Cast) -> None:
        seen = form(mobile="13900139000")
        change_contact(person_id=place.li.pk, mobile="13700137000", birthday=None, by=SYSTEM, at=MORNING)

        late = browser("admin", "hr_admin").post(OF_LI, seen)

        assert late.status_code == 409
        assert "13700137000" in words(late)
        assert "13900139000" in words(late)

    @pytest.mark.parametrize(
        ("role", "status"), [("hr_admin", 200), ("hr", 200), ("auditor", 404), ("system_admin", 404), ("mentor", 404), ("", 404)]
    )
    def test_who_reads(self, place: Cast, role: str, status: int) -> None:
        client = browser("asker", *([role] if role else []))

        assert client.get(OF_LI).status_code == status
        assert client.post(OF_LI, form()).status_code == (302 if status == 200 else 404)

    def test_is_no_managers_and_no_other_partners(self, place: Cast) -> None:
        manager, partner = person(place.lin), browser("partner", "hr_partner", unit_ref=place.town.other_team.ref)

        assert (manager.get(OF_LI).status_code, partner.get(OF_LI).status_code) == (404, 404)
        assert "13800138000" not in words(manager.get("/people/BL0471/"))
