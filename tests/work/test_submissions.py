"""Results that people hand in: they count at once, are confirmed or returned by who leads the person, and are one however often sent."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from bole.kit.models import Announcement
from bole.notices.models import Notice
from bole.values.refusal import Invalid, NotFound, NotYours
from bole.vault.files import files_of
from bole.work import registry
from bole.work.actions import confirm_result, correct_result, keep_draft_files, return_result, submit_result, withdraw_result
from bole.work.models import Fact, Reading, Submission
from bole.work.queries import handed_in, own_results, result_file, result_for, results_of, results_waiting, unconfirmed
from bole.work.refusals import DecidedAlready, RemarkMissing, TooManyFiles
from tests.reviews.team import Team, make_team

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)
TODAY = NOON.date()
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
THREE_STARS = 6_000


@pytest.fixture(autouse=True)
def clock():
    """Let it be noon on Friday."""
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def team() -> Team:
    """Return 林静's team."""
    return make_team()


def hand_in(team: Team, **more: object) -> Submission:
    """Let 李四 hand in a customer's feedback."""
    told = {
        "once": "once00000001", "kind": "customer_feedback", "words": "客户说上线很顺利\n第二次验收一次通过", "value": 10_000, "files": [],
        "kept": [], "for_mentor": False, "by": team.viewer("李四"), "at": NOON,
    }  # fmt: skip
    return submit_result(**{**told, **more})  # type: ignore[arg-type]


def living(team: Team) -> list[tuple[str, int]]:
    """Return 李四's living facts."""
    return list(Fact.objects.filter(person=team.pk("李四"), withdrawn_at=None).values_list("measure", "value"))


class TestSubmitResult:
    def test_counts_at_once_on_its_day(self, team):
        hand_in(team)

        assert living(team) == [("satisfaction", 10_000)]
        assert Reading.objects.get(person=team.pk("李四"), measure="satisfaction").day == TODAY

    @pytest.mark.parametrize(
        ("kind", "value", "fact"),
        [("project_report", None, ("project_reports", 1)), ("skill_score", 8_750, ("skill_scores", 8_750))],
    )
    def test_counts_as_what_its_kind_stands_for(self, team, kind, value, fact):
        hand_in(team, kind=kind, value=value)

        assert living(team) == [fact]

    def test_is_called_by_its_first_line(self, team):
        made = hand_in(team)

        assert made.title == "客户说上线很顺利"

    def test_is_one_however_often_it_is_sent(self, team):
        first, second = hand_in(team), hand_in(team)

        assert first.pk == second.pk
        assert (Submission.objects.count(), Fact.objects.count()) == (1, 1)

    def test_tells_who_leads_the_person_that_one_waits_and_nothing_of_what_it_says(self, team):
        made = hand_in(team)

        (notice,) = Notice.objects.filter(account__login="BL0031")
        assert (notice.kind, notice.address) == ("work.result_waiting", f"/results/{made.ref}/")
        assert notice.params == {"name": "李四", "kind": "customer_feedback"}

    def test_is_announced(self, team):
        made = hand_in(team)

        assert Announcement.objects.filter(kind__contains="ResultSubmitted").count() == 1
        assert handed_in(made.ref).words.startswith("客户说")

    def test_keeps_its_files(self, team):
        made = hand_in(team, files=[SimpleUploadedFile("验收单.pdf", PDF)])

        (kept,) = result_for(team.viewer("林静"), made.ref).files
        assert kept.name == "验收单.pdf"
        assert result_file(team.viewer("林静"), made.ref, kept.ref).body == PDF

    def test_takes_files_that_were_kept_before(self, team):
        (kept,) = keep_draft_files(files=[SimpleUploadedFile("验收单.pdf", PDF)], by=team.viewer("李四"), at=NOON)

        made = hand_in(team, words="", kept=[kept])

        assert [one.ref for one in files_of([f"submission {made.ref}"])[f"submission {made.ref}"]] == [kept]

    def test_takes_no_file_that_another_kept(self, team):
        (kept,) = keep_draft_files(files=[SimpleUploadedFile("验收单.pdf", PDF)], by=team.viewer("沈一帆"), at=NOON)

        with pytest.raises(NotFound):
            hand_in(team, kept=[kept])

        assert Submission.objects.count() == 0

    @pytest.mark.parametrize(
        ("told", "code"),
        [
            ({"words": " \n "}, "nothing_handed_in"),
            ({"value": None}, "no_value"),
            ({"value": 5_000}, "out_of_scale"),
            ({"kind": "skill_score", "value": 10_001}, "out_of_scale"),
            ({"words": "长" * 2001}, "too_much_written"),
        ],
    )
    def test_refuses_what_says_too_little_or_too_much(self, team, told, code):
        with pytest.raises(Invalid) as refused:
            hand_in(team, **told)

        assert refused.value.code == code
        assert Submission.objects.count() == 0

    def test_refuses_a_sixth_file(self, team):
        with pytest.raises(TooManyFiles):
            hand_in(team, files=[SimpleUploadedFile(f"{n}.pdf", PDF) for n in range(6)])

    def test_is_nothing_for_who_works_for_another_company(self, team):
        with pytest.raises(NotFound):
            hand_in(team, by=team.viewer("外包"))


class TestWhereTheModelAsks:
    @pytest.fixture(autouse=True)
    def asked(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let satisfaction count once it is confirmed."""
        monkeypatch.setattr(registry, "_rules", {"test": lambda _person, measure, _day: measure == "satisfaction"})

    def test_it_counts_once_it_is_confirmed(self, team):
        made = hand_in(team)
        before = living(team)

        confirm_result(ref=made.ref, by=team.viewer("林静"), at=NOON)

        assert before == []
        assert living(team) == [("satisfaction", 10_000)]

    def test_what_is_returned_never_counted(self, team):
        made = hand_in(team)

        return_result(ref=made.ref, remark="请附上客户原话", by=team.viewer("林静"), at=NOON)

        assert Fact.objects.count() == 0


class TestConfirmResult:
    def test_takes_the_mark_away_and_changes_no_number(self, team):
        made = hand_in(team)
        before = unconfirmed(team.pk("李四"), TODAY, TODAY)

        confirm_result(ref=made.ref, by=team.viewer("林静"), at=NOON)

        assert (before, unconfirmed(team.pk("李四"), TODAY, TODAY)) == (1, 0)
        assert (living(team), Fact.objects.count()) == ([("satisfaction", 10_000)], 1)

    @pytest.mark.parametrize(("name", "refusal"), [("李四", NotYours), ("高远", NotYours), ("沈一帆", NotFound), ("陆衡", NotFound)])
    def test_is_for_who_leads_the_person_and_hr(self, team, name, refusal):
        made = hand_in(team)

        with pytest.raises(refusal):
            confirm_result(ref=made.ref, by=team.viewer(name), at=NOON)

        made.refresh_from_db()
        assert made.state == "waiting"

    def test_is_done_once(self, team):
        made = hand_in(team)
        confirm_result(ref=made.ref, by=team.viewer("林静"), at=NOON)

        with pytest.raises(DecidedAlready):
            confirm_result(ref=made.ref, by=team.viewer("何佳"), at=NOON)


class TestReturnResult:
    def test_withdraws_what_it_stood_for_and_says_why(self, team):
        made = hand_in(team)

        return_result(ref=made.ref, remark="请附上客户原话", by=team.viewer("林静"), at=NOON)

        (row,) = own_results(team.viewer("李四"))
        assert (row.state, row.remark, row.decided_by) == ("returned", "请附上客户原话", "林静")
        assert living(team) == []

    def test_wants_a_sentence(self, team):
        made = hand_in(team)

        with pytest.raises(RemarkMissing):
            return_result(ref=made.ref, remark=" ", by=team.viewer("林静"), at=NOON)

        assert living(team) == [("satisfaction", 10_000)]


class TestCorrectResult:
    def test_hands_it_in_again_after_it_came_back(self, team):
        made = hand_in(team)
        sent_back = return_result(ref=made.ref, remark="是三星", by=team.viewer("林静"), at=NOON)

        correct_result(
            ref=made.ref, version=sent_back.version, words="客户给了三星", value=THREE_STARS, files=[], by=team.viewer("李四"), at=NOON
        )

        assert living(team) == [("satisfaction", THREE_STARS)]
        assert [one.ref for one in results_waiting(team.viewer("林静"), [team.pk("李四")])] == [made.ref]

    def test_refuses_a_version_that_is_gone(self, team):
        made = hand_in(team)

        with pytest.raises(DecidedAlready):
            correct_result(
                ref=made.ref, version=made.version + 1, words="别的话", value=THREE_STARS, files=[], by=team.viewer("李四"), at=NOON
            )

        assert living(team) == [("satisfaction", 10_000)]


class TestWithdrawResult:
    def test_withdraws_what_it_stood_for(self, team):
        made = hand_in(team)

        withdraw_result(ref=made.ref, by=team.viewer("李四"), at=NOON)

        assert living(team) == []
        assert results_of(team.viewer("林静"), team.pk("李四"), since=TODAY) == ()

    def test_leaves_what_was_confirmed(self, team):
        made = hand_in(team)
        confirm_result(ref=made.ref, by=team.viewer("林静"), at=NOON)

        with pytest.raises(DecidedAlready):
            withdraw_result(ref=made.ref, by=team.viewer("李四"), at=NOON)

        assert living(team) == [("satisfaction", 10_000)]

    def test_is_nobody_elses(self, team):
        made = hand_in(team)

        with pytest.raises(NotYours):
            withdraw_result(ref=made.ref, by=team.viewer("林静"), at=NOON)


class TestReading:
    @pytest.mark.parametrize("name", ["沈一帆", "吴铮", "陆衡", "方磊"])
    def test_is_nothing_to_those_outside_the_line(self, team, name):
        made = hand_in(team)

        with pytest.raises(NotFound):
            result_for(team.viewer(name), made.ref)
        assert results_of(team.viewer(name), team.pk("李四"), since=TODAY) == ()

    @pytest.mark.parametrize("name", ["李四", "林静", "高远", "何佳", "苏文"])
    def test_is_for_the_person_the_line_and_hr(self, team, name):
        made = hand_in(team)

        assert result_for(team.viewer(name), made.ref).title == "客户说上线很顺利"
