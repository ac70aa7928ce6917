"""`bole account`: how a new company comes to its first HR admin."""

import json
from datetime import date

import pytest

from bole.access.queries import viewer_for
from bole.accounts.models import Account
from bole.cli.program import main
from tests.factories import make_company, make_person


@pytest.mark.django_db
class TestAccount:
    def test_opens_one_that_is_the_person_and_has_the_role(self, capsys: pytest.CaptureFixture[str]) -> None:
        person = make_person(make_company(), "苏文", number="BL0012")

        code = main(["account", "BL0012", "--role", "hr_admin", "--json"])
        told = json.loads(capsys.readouterr().out)

        account = Account.objects.get(login="BL0012")
        viewer, me = viewer_for(account, day=date(2026, 11, 20))
        assert (code, account.check_password(told["password"]), viewer.person_id, me.name) == (0, True, person.pk, "苏文")
        assert "hr_admin" in viewer.roles

    def test_opens_nothing_if_a_role_does_not_exist(self) -> None:
        make_person(make_company(), "苏文", number="BL0012")

        code = main(["account", "BL0012", "--role", "emperor", "--json"])

        assert code == 1
        assert not Account.objects.exists()

    def test_gives_a_new_password_and_nothing_else(self, capsys: pytest.CaptureFixture[str]) -> None:
        make_person(make_company(), "苏文", number="BL0012")
        main(["account", "BL0012", "--role", "hr_admin", "--json"])
        first = json.loads(capsys.readouterr().out)["password"]

        code = main(["account", "bl0012", "--new-password", "--json"])
        told = json.loads(capsys.readouterr().out)

        account = Account.objects.get(login="BL0012")
        assert (code, account.check_password(told["password"]), account.check_password(first)) == (0, True, False)

    def test_gives_nobody_a_password_who_has_no_account(self) -> None:
        assert main(["account", "BL9999", "--new-password"]) == 1
