"""Pages of roles and tokens: who sees them, who changes what, and how no is said."""

import pytest
from django.test import Client

from bole.access.models import Grant
from bole.accounts.models import Token
from bole.audit.models import Entry
from tests.office import NUMBERS, Office, make_office, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    """Return the office of HR."""
    return make_office()


@pytest.fixture
def suwen(office: Office) -> Client:
    """Return the browser of an HR admin."""
    return office.browser("苏文")


@pytest.fixture
def luo(office: Office) -> Client:
    """Return the browser of the system admin."""
    return office.browser("罗工")


def held(name: str) -> set[str]:
    """Return the roles that somebody holds."""
    return set(Grant.objects.filter(account__login=NUMBERS[name], ended_at=None).values_list("role", flat=True))


class TestTheRoles:
    @pytest.mark.parametrize(("name", "status"), [("苏文", 200), ("罗工", 200), ("白审", 200), ("顾海峰", 404), ("李四", 404)])
    def test_are_open_to_those_of_the_table(self, office, name, status):
        assert office.browser(name).get("/company/roles/").status_code == status

    def test_stand_with_who_holds_them_and_where(self, suwen):
        words = text(suwen.get("/company/roles/").content)

        assert "顾海峰BL0014，交付一组，自2025年1月1日起，由系统授予" in words

    def test_are_read_in_few_queries(self, office, suwen, django_assert_max_num_queries):
        suwen.get("/company/roles/")

        with django_assert_max_num_queries(14):
            suwen.get("/company/roles/")


class TestGranting:
    def test_gives_a_role(self, suwen):
        answer = suwen.post("/company/roles/grant/", {"login": "bl0031", "role": "hr"})

        assert answer.status_code == 302
        assert held("林静") == {"hr"}
        assert Entry.objects.filter(what="access.grant_role", by="苏文").count() == 1

    def test_asks_for_the_unit_of_an_hr_partner(self, office, suwen):
        refused = suwen.post("/company/roles/grant/", {"login": "BL0031", "role": "hr_partner"})
        taken = suwen.post("/company/roles/grant/", {"login": "BL0031", "role": "hr_partner", "unit_ref": office.company.team.ref})

        assert refused.status_code == 422
        assert "请选择这位人力资源业务伙伴负责的部门。" in text(refused.content)
        assert taken.status_code == 302
        assert held("林静") == {"hr_partner"}

    def test_keeps_an_auditor_apart_from_hr(self, suwen):
        answer = suwen.post("/company/roles/grant/", {"login": "BL0016", "role": "hr_admin"})

        assert answer.status_code == 422
        assert "一个账号不能同时是人力资源管理员和审计员。" in text(answer.content)
        assert held("白审") == {"auditor"}

    def test_refuses_a_role_for_oneself(self, suwen):
        answer = suwen.post("/company/roles/grant/", {"login": "BL0012", "role": "system_admin"})

        assert answer.status_code == 403
        assert held("苏文") == {"hr_admin"}

    def test_says_that_nobody_signs_in_so(self, suwen):
        answer = suwen.post("/company/roles/grant/", {"login": "BL9999", "role": "hr"})

        assert answer.status_code == 422
        assert "没有人用这个工号登录。" in text(answer.content)
        assert 'value="BL9999"' in answer.content.decode()

    @pytest.mark.parametrize(("name", "status"), [("罗工", 403), ("白审", 403), ("顾海峰", 404), ("李四", 404)])
    def test_is_for_hr_admins_only(self, office, name, status):
        answer = office.browser(name).post("/company/roles/grant/", {"login": "BL0031", "role": "hr"})

        assert answer.status_code == status
        assert held("林静") == set()


class TestEnding:
    def test_takes_a_role_back(self, office, suwen):
        given = {"login": "BL0014", "role": "hr_partner", "unit_ref": office.company.team.ref}

        answer = suwen.post("/company/roles/end/", given)

        assert answer.status_code == 302
        assert held("顾海峰") == set()
        assert office.browser("顾海峰").get("/company/").status_code == 404

    def test_is_for_hr_admins_only(self, office):
        answer = office.browser("白审").post("/company/roles/end/", {"login": "BL0013", "role": "hr_admin"})

        assert answer.status_code == 403
        assert held("许静") == {"hr_admin"}


class TestTheTokens:
    @pytest.mark.parametrize(("name", "status"), [("罗工", 200), ("白审", 200), ("林静", 404), ("李四", 404)])
    def test_are_open_to_those_of_the_table(self, office, name, status):
        assert office.browser(name).get("/company/tokens/").status_code == status

    def test_are_shown_once(self, luo):
        shown = luo.post("/company/tokens/new/", {"name": "考勤系统", "scopes": ["dir.read"], "days": 90})
        later = luo.get("/company/tokens/")

        token = Token.objects.get()
        assert 'class="secret mt-4">bole_' in shown.content.decode()
        assert (token.name, token.scopes, token.connection_ref) == ("考勤系统", ["dir.read"], "")
        assert "bole_" not in later.content.decode()
        assert f"考勤系统…{token.hint}" in text(later.content)

    def test_live_a_year_at_most(self, luo):
        answer = luo.post("/company/tokens/new/", {"name": "考勤系统", "scopes": ["dir.read"], "days": 366})

        assert answer.status_code == 422
        assert 'value="考勤系统"' in answer.content.decode()
        assert Token.objects.count() == 0

    def test_of_connections_are_not_made_here(self, luo):
        answer = luo.post("/company/tokens/new/", {"name": "导入", "scopes": ["facts.write"], "days": 90})

        assert answer.status_code == 422
        assert Token.objects.count() == 0

    def test_end_at_once(self, luo):
        luo.post("/company/tokens/new/", {"name": "考勤系统", "scopes": ["dir.read"], "days": 90})

        answer = luo.post(f"/company/tokens/{Token.objects.get().ref}/end/")

        assert answer.status_code == 302
        assert Token.objects.filter(ended_at=None).count() == 0

    def test_are_made_by_the_system_admin_only(self, office):
        answer = office.browser("白审").post("/company/tokens/new/", {"name": "x", "scopes": ["dir.read"], "days": 9})

        assert answer.status_code == 403
        assert Token.objects.count() == 0
