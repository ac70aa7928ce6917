"""The API: a score opened down to its items, a card, one's own data; a token sees what its scope says."""

import json
import re

import pytest
from django.test import Client

from bole.accounts.actions import make_token
from bole.kit.worker import settle
from bole.values.viewer import SYSTEM
from tests.factories import send
from tests.home.crew import FRIDAY, TODAY, Crew, task, work

pytestmark = pytest.mark.django_db
SCORE = "/api/v1/people/BL0471/score"


def bearer(*scopes: str) -> dict[str, str]:
    """Return the header of a new token."""
    return {"authorization": f"Bearer {make_token(name='报表', scopes=scopes, connection_ref='', days=5, by=SYSTEM, at=FRIDAY)[1]}"}


@pytest.fixture
def li(crew: Crew, client: Client) -> Client:
    """Return 李四's browser, after a month's work."""
    work(crew, crew.li, on_time=9, late=1)
    client.force_login(crew.account(crew.li))
    return client


class TestTheScore:
    def test_opens_down_to_items_with_links(self, li: Client) -> None:
        told = li.get(f"{SCORE}?period=2026-11").json()

        progress = next(one for one in told["dimensions"] if one["code"] == "progress")
        done = next(one for one in progress["parts"] if one["indicator"] == "task_completion")
        assert done["readings"] == [{"measure": "tasks_on_time", "total": 9}, {"measure": "tasks_due", "total": 10}]
        assert done["items"]["count"] == 10
        assert all(one["link"].startswith("https://jira.example.com/browse/PAY-") for one in done["items"]["rows"])

    def test_has_contributions_that_add_up_to_it(self, li: Client) -> None:
        told = li.get(SCORE).json()

        assert round(sum(one["contribution"] for one in told["dimensions"]), 2) == told["score"]

    def test_gives_items_page_by_page(self, crew: Crew, li: Client) -> None:
        send(crew.tool, *(task(n, crew.li, due=TODAY, closed=TODAY) for n in range(30)), at=FRIDAY)
        settle(FRIDAY)

        found, url = list[str](), f"{SCORE}?period=2026-11&indicator=task_completion"
        while url:
            parts = [part for one in li.get(url).json()["dimensions"] for part in one["parts"]]
            items = next(one["items"] for one in parts if one["indicator"] == "task_completion")
            found += [one["id"] for one in items["rows"]]
            url = items["next"]

        assert len(found) == len(set(found)) == 40

    @pytest.mark.parametrize("who", ["wu", "shen"])
    def test_does_not_exist_for_a_colleague(self, crew: Crew, li: Client, who: str) -> None:
        li.force_login(crew.account(getattr(crew, who)))

        forbidden, ghost = li.get(SCORE), li.get("/api/v1/people/BL9999/score")

        assert (forbidden.status_code, ghost.status_code) == (404, 404)
        assert forbidden.json() == ghost.json()

    def test_asks_who_one_is(self, crew: Crew, client: Client) -> None:
        assert client.get(SCORE).status_code == 401

    def test_is_put_on_record_when_a_program_reads_it(self, crew: Crew, li: Client) -> None:
        answer = Client().get(SCORE, headers=bearer("score.read"))

        assert answer.status_code == 200
        assert "token 报表" in li.get("/me/").content.decode()

    @pytest.mark.parametrize("scopes", [("dir.read",), ("facts.write",), ()])
    def test_does_not_exist_for_a_program_without_the_scope(self, li: Client, scopes: tuple[str, ...]) -> None:
        assert Client().get(SCORE, headers=bearer(*scopes)).status_code == 404


class TestTheCard:
    def test_is_open_to_a_colleague(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.wu))

        told = client.get("/api/v1/people/BL0471").json()

        assert (told["name"], told["unit"]["zh"]) == ("李四", "交付一组")
        assert "id" not in json.dumps(told)

    def test_needs_the_scope_of_the_directory(self, crew: Crew) -> None:
        allowed = Client().get("/api/v1/people/BL0471", headers=bearer("dir.read"))
        refused = Client().get("/api/v1/people/BL0471", headers=bearer("facts.write"))

        assert (allowed.status_code, refused.status_code) == (200, 404)


class TestMyOwnData:
    def test_is_all_there(self, li: Client) -> None:
        answer = li.get("/api/v1/people/BL0471/export")
        told = answer.json()
        assert told["assignment"]["unit_path"] == ["青骓智能", "交付一组"]
        assert re.findall(r'"/\d+/|"(?:id|[a-z_]+_id)": \d', answer.content.decode()) == []

        assert set(told) == {
            "card",
            "contact",
            "assignment",
            "employment",
            "career",
            "scores",
            "records",
            "objections",
            "support",
            "absences",
            "feedback",
            "one_to_ones",
            "mentoring_hours",
            "learning",
            "looks",
        }
        assert len([one for one in told["records"] if one["measure"] == "tasks_due"]) == 10

    def test_holds_no_key_of_a_table(self, li: Client) -> None:
        told = li.get("/api/v1/people/BL0471/export").json()

        keys = {key for part in (told["card"], told["assignment"], told["employment"]) for key in part}
        assert [key for key in keys if key == "id" or key.endswith("_id")] == []

    @pytest.mark.parametrize("who", ["lin", "su", "he", "wu"])
    def test_is_nobody_elses(self, crew: Crew, li: Client, who: str) -> None:
        li.force_login(crew.account(getattr(crew, who)))

        assert li.get("/api/v1/people/BL0471/export").status_code == 404
