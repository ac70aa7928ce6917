"""What there is to learn: another course, an exam to take again, a try under way; items and files that HR brings."""

from collections.abc import Iterator
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from bole.growth.models import Certificate, NewcomerStep
from bole.kit.clock import now
from tests.trust.company import Firm
from tests.trust.later.moving import Look, all_at, does, led, on, sends

ITEMS = "类型,标题,简介,主题,正文\n文章,怎样读论文,先看图,nlp,先读图再读字\n"
SKILLS = "代码,分组,名称,英文名称,说明\nrust,technology,Rust编程,Rust,写出内存安全的代码\n"


def a_new_course(firm: Firm) -> Iterator[Look]:
    """李四 has not taken the course that HR adds."""
    does(firm, "hr_admin", "new_course")
    yield "self", "/growth/courses/new_one/"


def an_exam_again(firm: Firm) -> Iterator[Look]:
    """HR revokes the certificate of the exam; once the days between are over 李四 begins again, answers, and hands in."""
    held = Certificate.objects.exclude(ref=firm.things["paper"]["li"]).filter(revoked_on=None)
    for one in held.filter(person=firm.people["self"]):
        sends(firm, "hr_admin", f"/company/growth/certificates/{one.ref}/", reason="试题泄露，请重考")
    with on(firm, now() + timedelta(days=30)):
        yield from all_at(firm, "growth_exam", "self")
        begun = led(does(firm, "self", "begin_exam"))
        yield "self", begun
        yield "self", led(sends(firm, "self", f"{begun}answer/", q="1", option="a", go="end"))


def an_item_taken_back(firm: Firm) -> Iterator[Look]:
    """An item that HR withdrew may be published again."""
    does(firm, "hr_admin", "withdraw_item")
    yield from all_at(firm, "kept_item", "hr_admin")


def a_catalogue(firm: Firm) -> Iterator[Look]:
    """A file with a catalogue is looked at, and then taken."""
    yield "hr_admin", does(firm, "hr_admin", "import_catalogue", kind="skills", file=SimpleUploadedFile("甲.csv", SKILLS.encode()))


def drafts_from_a_file(firm: Firm) -> Iterator[Look]:
    """Items from a file come in as drafts, and are published at once."""
    looked = does(firm, "hr_admin", "import_catalogue", kind="items", file=SimpleUploadedFile("甲.csv", ITEMS.encode()))
    yield "hr_admin", led(does(firm, "hr_admin", "take_catalogue", look=looked.context["look"].sealed))


def no_list_for_newcomers_yet(firm: Firm) -> Iterator[Look]:
    """A company that keeps no list for newcomers yet may take the one that ships."""
    NewcomerStep.objects.all().delete()
    yield from all_at(firm, "kept_newcomers", "hr_admin")


STORIES = (a_new_course, an_exam_again, an_item_taken_back, a_catalogue, drafts_from_a_file, no_list_for_newcomers_yet)
