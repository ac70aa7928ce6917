"""What a mentee hands in counts in the own mentorship too: a mark as a test, for the lift once confirmed; a report as the one due."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bole.mentoring.actions.reports import save_report, send_report
from bole.mentoring.actions.results import settle_result, take_over_result
from bole.mentoring.models import Duty, Report, SkillTest
from bole.mentoring.queries.effect_rows import _tests
from bole.mentoring.queries.handing_in import own_pair
from bole.mentoring.queries.pair_pages import report_file
from bole.mentoring.queries.pairs import pair_for
from bole.values.refusal import NotFound
from bole.values.viewer import SYSTEM
from bole.work.actions import confirm_result, correct_result, submit_result, withdraw_result
from bole.work.models import Submission
from tests.mentoring.making import NOON

pytestmark = pytest.mark.django_db
TODAY = NOON.date()
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


def hand_in(cast, kind: str, *, value: int | None = None, words: str = "技能测试", for_mentor: bool = True) -> Submission:
    """Let 李四 hand in a result, and the room hear of it."""
    made = submit_result(
        once="once00000001", kind=kind, words=words, value=value, files=[], kept=[], for_mentor=for_mentor, by=cast.viewer("李四"), at=NOON
    )  # type: ignore[arg-type]  # one of the kinds
    take_over_result(ref=made.ref, by=SYSTEM, at=NOON)
    return made


class TestAMark:
    def test_is_a_skill_test_of_the_pair_at_once(self, cast):
        cast.pair()

        made = hand_in(cast, "skill_score", value=8_500)

        kept = SkillTest.objects.get()
        assert (kept.points, kept.most, kept.exam, kept.submission, kept.waits) == (8_500, 10_000, "技能测试", made.ref, True)

    def test_counts_for_the_lift_once_it_is_confirmed(self, cast):
        pair = cast.pair()
        made = hand_in(cast, "skill_score", value=8_500)
        rows = [pair_for(cast.viewer("李四"), pair.ref)]
        before = _tests(rows, TODAY)

        settle_result(ref=made.ref, state="confirmed", by=SYSTEM, at=NOON)

        assert before == {}
        assert [one.points for one in _tests(rows, TODAY)[pair.pk]] == [8_500]

    def test_is_heard_of_once_and_corrected_with_the_result(self, cast):
        cast.pair()
        made = hand_in(cast, "skill_score", value=8_500)
        correct_result(
            ref=made.ref, version=made.version, words="技能测试", value=9_000, files=[], by=cast.viewer("李四"), at=NOON
        )  # fmt: skip

        take_over_result(ref=made.ref, by=SYSTEM, at=NOON)

        assert [one.points for one in SkillTest.objects.all()] == [9_000]

    def test_is_no_test_any_more_once_it_is_taken_back(self, cast):
        cast.pair()
        made = hand_in(cast, "skill_score", value=8_500)
        withdraw_result(ref=made.ref, by=cast.viewer("李四"), at=NOON)

        settle_result(ref=made.ref, state="withdrawn", by=SYSTEM, at=NOON)

        assert (SkillTest.objects.count(), Duty.objects.filter(kind="test").exclude(done_on=None).count()) == (0, 0)

    def test_stays_out_where_the_person_did_not_mean_it(self, cast):
        cast.pair()

        hand_in(cast, "skill_score", value=8_500, for_mentor=False)

        assert SkillTest.objects.count() == 0


class TestAReport:
    def test_is_sent_to_the_mentor_and_leaves_the_draft_alone(self, cast):
        pair = cast.pair()
        save_report(pair_ref=pair.ref, version=0, words="草稿", files=[], by=cast.viewer("李四"), at=NOON)

        made = hand_in(cast, "project_report", words="半年做了三个项目")

        sent = Report.objects.exclude(sent_at=None).get()
        assert (sent.words, sent.submission) == ("半年做了三个项目", made.ref)
        assert Report.objects.get(sent_at=None).words == "草稿"


class TestWhoLeadsNobodyOfThePair:
    def test_confirms_nothing(self, cast):
        cast.pair()
        made = hand_in(cast, "skill_score", value=8_500)

        with pytest.raises(Exception, match="not_yours"):
            confirm_result(ref=made.ref, by=cast.viewer("张三"), at=NOON)

        assert SkillTest.objects.get().waits is True


class TestTheOwnPair:
    def test_is_none_without_a_mentor(self, cast):
        assert own_pair(cast.viewer("李四").person_id, day=TODAY) is None

    def test_names_the_pair(self, cast):
        pair = cast.pair()

        assert own_pair(cast.viewer("李四").person_id, day=TODAY).pair.ref == pair.ref


class TestFilesOfAReport:
    def test_are_the_mentees_until_it_is_sent(self, cast):
        pair = cast.pair()
        given = [SimpleUploadedFile("半年.pdf", PDF)]
        draft = save_report(pair_ref=pair.ref, version=0, words="半年", files=given, by=cast.viewer("李四"), at=NOON)

        with pytest.raises(NotFound):
            report_file(cast.viewer("张三"), pair.ref, draft.files[0])

        assert report_file(cast.viewer("李四"), pair.ref, draft.files[0]).body == PDF

    def test_are_the_mentors_too_once_it_is_sent(self, cast):
        pair = cast.pair()
        given = [SimpleUploadedFile("半年.pdf", PDF)]
        draft = save_report(pair_ref=pair.ref, version=0, words="半年", files=given, by=cast.viewer("李四"), at=NOON)
        send_report(pair_ref=pair.ref, version=draft.version, by=cast.viewer("李四"), at=NOON)

        assert report_file(cast.viewer("张三"), pair.ref, draft.files[0]).name == "半年.pdf"
