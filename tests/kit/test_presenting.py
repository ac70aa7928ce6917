"""投屏: while the switch is on, no page holds a name or a score, and nothing that a form sends back is changed."""

import pytest
from django.test import Client

from bole.kit.hiding import NAME, SCORE, Names, hidden
from bole.scoring.actions.scores import put_due
from tests.factories import make_account, make_company, make_person

NAMES = Names.of({"林静", "李四", "沈一帆", "欧阳修远", "Lin Jing", "Shen Yifan", "沈"})


class TestNames:
    @pytest.mark.parametrize(
        ("text", "shown"),
        [("林静说了", f"{NAME}说了"),
         ("沈一帆、李四和欧阳修远", f"{NAME}、{NAME}和{NAME}"), ("沈阳", "沈阳"), ("森林静悄悄", f"森{NAME}悄悄"),
         ("Lin Jing agreed", f"{NAME} agreed"), ("Ask Shen Yifan today", f"Ask {NAME} today"), ("Linen Jingle", "Linen Jingle")],
    )  # fmt: skip
    def test_are_hidden_wherever_they_stand(self, text: str, shown: str) -> None:
        assert NAMES.hidden(text) == shown


class TestAPage:
    @pytest.mark.parametrize(
        ("html", "shown"),
        [
            ("<p>86.6</p>", f"<p>{SCORE}</p>"),
            ("<p>比上周高2.1分</p>", f"<p>比上周高{SCORE}分</p>"),
            ("<p>达到85%</p>", f"<p>达到{SCORE}%</p>"),
            ("<p>11月23日 17:42，3个任务，20分钟</p>", "<p>11月23日 17:42，3个任务，20分钟</p>"),
            ('<p class="figure">86<small>.6</small></p><p>3</p>', f'<p class="figure">{SCORE}<small>.{SCORE}</small></p><p>3</p>'),
            ("<svg><text>80</text></svg>", f"<svg><text>{SCORE}</text></svg>"),
            ('<span class="face" aria-hidden="true">一帆</span>', f'<span class="face" aria-hidden="true">{NAME}</span>'),
            (
                '<a href="/people/86.6/林静/" aria-label="林静 86.6">x</a>',
                f'<a href="/people/86.6/林静/" aria-label="{NAME} {SCORE}">x</a>',
            ),
            ("<title>林静 · 伯乐</title>", f"<title>{NAME} · 伯乐</title>"),
        ],
    )
    def test_shows_no_names_and_no_scores(self, html: str, shown: str) -> None:
        assert hidden(html, NAMES) == shown

    @pytest.mark.parametrize(
        "html",
        ['<input name="x" value="林静 86.6">', '<textarea name="x">林静 86.6</textarea>', '<option value="林静">x</option>',
         '<script type="application/json">{"x": 86.6}</script>', '<path d="M0 3.6C6 2.2"/>', "<br><p>11.23.4</p>"],
    )  # fmt: skip
    def test_keeps_what_is_sent_back(self, html: str) -> None:
        assert hidden(html, NAMES) == html


@pytest.mark.django_db
class TestTheSwitch:
    @pytest.fixture
    def manager(self) -> Client:
        """Return 林静's browser; she leads 李四."""
        company = make_company()
        lead = make_person(company, "林静", number="BL0031")
        put_due([(make_person(company, "李四", number="BL0471", manager="BL0031").pk, "2026-11")], at=lead.changed_at)
        client = Client()
        account = make_account(lead)
        client.force_login(account, backend="bole.accounts.backends.ByLogin")
        session = client.session
        session["epoch"] = account.session_epoch
        session.save()
        return client

    def test_hides_names_on_every_page_of_the_session(self, manager: Client) -> None:
        before = manager.get("/team/").content.decode()
        manager.post("/presenting/", {"is_on": "yes", "next": "/team/"})

        pages = "".join(manager.get(path).content.decode() for path in ("/team/", "/", "/me/", "/people/", "/people/BL0471/"))

        assert "李四" in before
        assert ("李四" in pages, "林静" in pages, "data-presenting" in pages) == (False, False, True)

    def test_hides_them_in_parts_too(self, manager: Client) -> None:
        manager.post("/presenting/", {"is_on": "yes"})

        part = manager.get("/team/part/members/", headers={"HX-Request": "true"}).content.decode()

        assert part
        assert "李四" not in part

    def test_is_switched_off_again(self, manager: Client) -> None:
        manager.post("/presenting/", {"is_on": "yes"})
        manager.post("/presenting/", {"is_on": "no"})

        page = manager.get("/team/").content.decode()

        assert ("李四" in page, "data-presenting" in page) == (True, False)

    def test_leaves_other_sessions_alone_and_never_leads_outside(self, manager: Client) -> None:
        response = manager.post("/presenting/", {"is_on": "yes", "next": "https://evil.example/"})

        assert response["Location"] == "/"
        assert "data-presenting" not in Client().get("/sign-in/").content.decode()
