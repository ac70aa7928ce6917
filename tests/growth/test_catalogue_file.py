"""A catalogue from a file: looked at first, problems by row, then all of it or nothing; O*NET with its source."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from bole.growth.catalogue_file import look_at_catalogue, take_looked_at
from bole.growth.models import LibraryItem, Skill
from bole.growth.rules.onet import technology_skills
from bole.values.refusal import NotFound
from tests.growth.test_pages import grant
from tests.office import text
from tests.reviews.team import MORNING, Team

pytestmark = pytest.mark.django_db
SKILLS = "代码,分组,名称,英文名称,说明\nrust,technology,Rust编程,Rust,写出内存安全的代码\npython,technology,Python编程,Python,已有\n"
ITEMS = "类型,标题,时长,主题,正文\n文章,怎样读论文,8,机器学习、nlp,先读图再读字\n"
# As O*NET publishes it: tabs between the cells.
ONET = (
    "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand\n"
    "11-1011.00\tAdobe Acrobat\t43232202\tDocument management software\tY\tN\n"
    "11-1011.00\tAdSense Tracker\t43232306\tData base user interface and query software\tN\tN\n"
    "15-1252.00\tAdobe Acrobat\t43232202\tDocument management software\tY\tN\n"
    "15-1252.00\tAlfresco\t43232202\tDocument management software\tY\tN\n"
)


def upload(team: Team, kind: str, body: str) -> HttpResponse:
    """Send a file as HR does."""
    sent = SimpleUploadedFile("catalogue.csv", body.encode())
    return team.browser("苏文").post("/company/growth/import/", {"kind": kind, "file": sent})


class TestSkills:
    def test_are_shown_first_and_taken_then(self, team):
        answer = upload(team, "skills", SKILLS)
        assert "1项新内容，1条已经在系统里" in text(answer.content)
        assert not Skill.objects.filter(code="rust").exists()

        look = answer.context["look"].sealed
        team.browser("苏文").post("/company/growth/import/take/", {"look": look})

        assert Skill.objects.get(code="rust").name_zh == "Rust编程"

    def test_are_taken_as_a_whole_or_not_at_all(self, team):
        answer = upload(team, "skills", SKILLS + "Bad Code,technology,坏,Bad,\nzig,unknown,Zig,Zig,\n")

        page = text(answer.content)
        assert answer.status_code == 422
        assert "4行里有2行需要修改" in page
        assert "第4行" in page
        assert answer.context["look"].sealed == ""

    def test_a_look_is_somebodys_own(self, team):
        look = look_at_catalogue(body=SKILLS.encode(), name="s.csv", kind="skills", by=team.viewer("苏文")).sealed

        answer = team.browser("苏文").post("/company/growth/import/take/", {"look": look + "x"})

        assert answer.status_code == 409
        assert not Skill.objects.filter(code="rust").exists()

    def test_is_hrs_alone(self, team):
        with pytest.raises(NotFound):
            look_at_catalogue(body=SKILLS.encode(), name="s.csv", kind="skills", by=team.viewer("林静"))

        assert team.browser("林静").get("/company/growth/import/").status_code == 404


class TestItems:
    def test_come_in_as_drafts_with_their_topics(self, team):
        look = look_at_catalogue(body=ITEMS.encode(), name="i.csv", kind="items", by=team.viewer("苏文"))

        take_looked_at(sealed=look.sealed, by=team.viewer("苏文"), at=MORNING)

        made = LibraryItem.objects.get(title_zh="怎样读论文")
        assert (made.state, made.topics, made.minutes) == ("draft", ["machine-learning", "nlp"], 8)

    @pytest.mark.parametrize(
        "row", ["诗,甲,8,nlp,乙", "文章,甲,x,nlp,乙", "文章,甲,8,没有的主题,乙", "文章,甲,8,nlp,", "文章,怎样读论文,8,nlp,乙"]
    )
    def test_say_what_is_wrong_by_row(self, team, row):
        look = look_at_catalogue(body=f"{ITEMS}{row}\n".encode(), name="i.csv", kind="items", by=team.viewer("苏文"))

        assert [one.row for one in look.problems] == [3]
        assert look.sealed == ""


class TestOnet:
    def test_makes_a_skill_of_what_is_hot_and_names_the_source(self, team):
        look = look_at_catalogue(body=ONET.encode(), name="Technology_Skills.txt", kind="onet", by=team.viewer("苏文"))

        take_looked_at(sealed=look.sealed, by=team.viewer("苏文"), at=MORNING)

        made = Skill.objects.exclude(source="").get()
        assert (made.code, made.name_en, made.words_en) == ("onet-43232202", "Document management software", "Adobe Acrobat, Alfresco")
        assert made.source == "O*NET, US Department of Labor, CC BY 4.0"

    def test_leaves_out_what_has_no_code(self):
        assert technology_skills([{"code": "", "title": "x", "example": "y", "hot": "Y"}]) == ()


class TestEndingCertificates:
    def test_are_listed_the_first_to_end_first(self, team):
        grant(team, valid_until=MORNING.date() + timedelta(days=40), title_zh="晚到期")
        grant(team, valid_until=MORNING.date() + timedelta(days=20), title_zh="早到期")
        grant(team, valid_until=MORNING.date() + timedelta(days=200), title_zh="还早")

        page = text(team.browser("苏文").get("/company/growth/certificates/ending/").content)

        assert page.index("早到期") < page.index("晚到期")
        assert "还早" not in page
        assert "60天内有2份证书到期" in page
