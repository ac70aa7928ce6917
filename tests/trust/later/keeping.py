"""What HR and the system admin keep: newcomers and their accounts, ways in, accounts of a tool, a tool with a secret."""

from collections.abc import Iterator

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.trust.company import Firm
from tests.trust.later.moving import Look, all_at, does, led, sends

NEWCOMER = "工号,姓名,部门,岗位,岗位序列,职级,直接上级,入职日期\nBL9002,新来,销售一组,工程师,程序员,P5,,2026-11-23\n"


def a_newcomer(firm: Firm) -> Iterator[Look]:
    """A people file is taken, and whoever is new gets an account."""
    file = SimpleUploadedFile("people.csv", NEWCOMER.encode())
    sent = led(does(firm, "hr_admin", "people_file_send", file=file, day="2026-11-23"))
    yield "hr_admin", sent
    sends(firm, "hr_admin", f"{sent}take/")
    yield "hr_admin", "/company/people/BL9002/sign-in/"


def a_way_in_is_shut(firm: Firm) -> Iterator[Look]:
    """HR admin opens again what was shut."""
    does(firm, "hr_admin", "shut_way_in")
    yield from all_at(firm, "way_in", "hr_admin")


def whose_account(firm: Firm) -> Iterator[Look]:
    """HR looks for the person of an account that waits."""
    for persona in ("partner", "hr_admin"):
        [(_who, path)] = all_at(firm, "waiting_account", persona)
        yield persona, f"{path}?q={firm.people['self'].number}"


def a_tool_with_a_secret(firm: Firm) -> Iterator[Look]:
    """The system admin connects a tool that signs what it sends, and may renew its secret."""
    yield "system_admin", does(firm, "system_admin", "new_connection")


STORIES = (a_newcomer, a_way_in_is_shut, whose_account, a_tool_with_a_secret)
