"""What the play has of growth: a try at the exam and a certificate of 李四's and of 钱多's, and what HR keeps for all."""

from datetime import datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from bole.growth.actions import add_item_file, enrol, grant_certificate, record_skill, take_exam, take_presets
from bole.growth.actions.career import save_career_step
from bole.growth.models import CourseStep, LibraryItem, Question
from bole.people.models import JobFamily, JobGrade
from bole.values.viewer import SYSTEM
from tests.trust.company import CANARIES, Firm, viewer

CODE = "mentoring_skills"
PDF = b"%PDF-1.4\n1 0 obj\n%%EOF"


def learn(firm: Firm, *, at: datetime) -> None:
    """Let both learn, take the exam, and be granted a certificate by hand."""
    take_presets(by=SYSTEM, at=at)
    for target, part in (("li", "self"), ("outside", "outside")):
        person, by = firm.people[part], viewer(firm, part)
        record_skill(person_id=person.pk, skill="python", level=3, source="own", by=by, at=at)
        enrol(course=CODE, by=by, at=at)
        tried = take_exam(person_id=person.pk, exam=CODE, right=19, by=SYSTEM, at=at)
        reason = CANARIES["certificate"] if part == "self" else "别的理由"
        paper = grant_certificate(
            person_id=person.pk, title_zh="讲师", title_en="Trainer", valid_until=None, reason=reason, by=SYSTEM, at=at
        )  # fmt: skip
        firm.things.setdefault("attempt", {})[target] = tried.ref
        firm.things.setdefault("paper", {})[target] = paper.ref
        firm.things.setdefault("paper_code", {})[target] = paper.code
    kept = {
        "skill": "python", "course": CODE, "exam": CODE, "step": CourseStep.objects.order_by("id")[0].ref,
        "question": Question.objects.order_by("id")[0].ref, "item": (item := LibraryItem.objects.order_by("id")[0].ref),
        "item_file": add_item_file(ref=item, upload=SimpleUploadedFile("甲.pdf", PDF), by=SYSTEM, at=at),
    }  # fmt: skip
    family, grade = JobFamily.objects.values_list("code", flat=True)[0], JobGrade.objects.values_list("code", flat=True)[0]
    asks = {"all": [{"clause": "growth.skill", "skill": "python", "level": 3}]}
    save_career_step(family=family, grade=grade, words_zh="甲", words_en="A", tree=asks, version=0, by=SYSTEM, at=at)
    kept |= {"ladder": family, "grade": grade, "learning_path": "new-mentor"}
    for kind, ref in kept.items():
        firm.things[kind] = {"li": ref}
    for kind in ("attempt", "paper", "paper_code", *kept):
        firm.things[kind]["ghost"] = "222222222222"
