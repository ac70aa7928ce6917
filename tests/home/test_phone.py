"""A phone's edges: whose answer it is, which pages may be kept, and what may be read without a network."""

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.test import Client

from bole.kit.phone.marks import owner_of
from bole.kit.phone.middleware import leaves_no_trace
from tests.home.crew import FRIDAY, Crew


@pytest.fixture
def phone(crew: Crew, client: Client) -> Client:
    """Return 李四's phone."""
    client.force_login(crew.account(crew.li))
    return client


class TestAnAnswer:
    def test_says_whose_it_is_without_naming_anybody(self, crew: Crew, phone: Client) -> None:
        told = phone.get("/")["Bole-Owner"]

        owner, session = told.split(".")
        assert (owner, len(session)) == (owner_of(crew.viewer(crew.li)), 24)
        assert owner != owner_of(crew.viewer(crew.shen))

    def test_says_that_nobody_is_signed_in(self, client: Client) -> None:
        assert client.get("/sign-in/")["Bole-Owner"] == "-"

    @pytest.mark.parametrize("path", ["/", "/performance/", "/me/", "/guide/"])
    def test_may_be_kept_if_it_is_a_page_that_was_read(self, phone: Client, path: str) -> None:
        answer = phone.get(path)

        assert answer["Bole-Keep"] == FRIDAY.isoformat(timespec="seconds")
        assert answer["Cache-Control"] == "no-store"

    @pytest.mark.parametrize("path", ["/me/second-factor/", "/performance/part/score/", "/people/BL0402/score/", "/offline/x/", "/live/"])
    def test_stays_here_otherwise(self, phone: Client, path: str) -> None:
        assert "Bole-Keep" not in phone.get(path, headers={"hx-request": "true"} if "part" in path else {})

    def test_stays_here_if_it_shows_the_company(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.su))

        assert "Bole-Keep" not in client.get("/company/")


class TestThePhone:
    def test_is_told_its_lock_by_its_own_account_alone(self, crew: Crew, phone: Client) -> None:
        first = phone.get("/phone/").json()
        phone.force_login(crew.account(crew.shen))
        other = phone.get("/phone/").json()

        assert first["lock"] != other["lock"]
        assert Client().get("/phone/").json() == {"mark": "-"}

    def test_gets_the_same_lock_at_the_next_sign_in(self, crew: Crew, phone: Client) -> None:
        first = phone.get("/phone/").json()
        phone.logout()
        phone.force_login(crew.account(crew.li))
        again = phone.get("/phone/").json()

        assert (first["lock"] == again["lock"], first["mark"] == again["mark"]) == (True, False)

    @pytest.mark.parametrize("language", ["zh-hans", "en"])
    def test_finds_nothing_of_anybody_on_the_page_without_a_network(self, phone: Client, language: str) -> None:
        phone.cookies["language"] = language

        mine, nobodys = phone.get("/offline/"), Client(headers={"cookie": f"language={language}"}).get("/offline/")

        assert mine.content == nobodys.content
        assert mine["Content-Language"] == language

    def test_asks_for_its_worker_anew_each_time(self, client: Client) -> None:
        answer = client.get("/sw.js")

        assert (answer.status_code, answer["Cache-Control"], answer["Content-Type"]) == (200, "no-store", "text/javascript; charset=utf-8")
        assert "worker-src 'self'" in answer["Content-Security-Policy"]

    @pytest.mark.parametrize(("language", "name"), [("zh-hans", "伯乐：绩效、辅导、成长"), ("en", "Bole: performance, mentoring, growth")])
    def test_installs_the_app_in_its_language(self, client: Client, language: str, name: str) -> None:
        client.cookies["language"] = language

        told = client.get("/manifest.webmanifest").json()

        assert (told["name"], told["display"], len(told["screenshots"]), len(told["shortcuts"])) == (name, "standalone", 3, 5)
        assert told["share_target"]["action"] == "/results/share/"
        assert [one["src"] for key in ("icons", "screenshots") for one in told[key] if "?v=" not in one["src"]] == []


@pytest.mark.parametrize("path", ["/surveys/abc/", "/peer-rating/abc/", "/nowhere/"])
def test_no_key_is_kept_of_what_is_anonymous(path: str) -> None:
    assert leaves_no_trace(path)


class TestWhatIsSharedWithoutASession:
    AFTER = "/results/new/?kind=project_report&shared=1"

    @pytest.mark.parametrize("site", ["none", "same-origin"])
    def test_goes_on_after_the_door(self, client: Client, site: str) -> None:
        answer = client.post(f"/results/share/?{urlencode({'after': self.AFTER})}", headers={"sec-fetch-site": site})

        assert answer.status_code == 302
        assert parse_qs(urlsplit(answer["Location"]).query)["next"] == [self.AFTER]

    @pytest.mark.parametrize("site", ["cross-site", "same-site", ""])
    def test_is_not_spoken_for_when_another_site_sent_it(self, client: Client, site: str) -> None:
        answer = client.post(f"/results/share/?{urlencode({'after': self.AFTER})}", headers={"sec-fetch-site": site} if site else {})

        assert (answer.status_code, answer["Location"]) == (302, "/sign-in/")

    @pytest.mark.parametrize("after", ["https://elsewhere.test/", "//elsewhere.test/", "/\\elsewhere.test/"])
    def test_never_leads_elsewhere(self, client: Client, after: str) -> None:
        answer = client.post(f"/results/share/?{urlencode({'after': after})}", headers={"sec-fetch-site": "none"})

        assert answer["Location"] == "/sign-in/"
