"""What the play has of results: one that 李四 handed in with a file, one of 钱多's."""

from datetime import datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from bole.work.actions import submit_result
from bole.work.queries import files_handed_in
from tests.trust.company import CANARIES, Firm, viewer

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


def hand_in_both(firm: Firm, *, at: datetime) -> None:
    """Let both hand in a customer's feedback."""
    for target, part in (("li", "self"), ("outside", "outside")):
        made = submit_result(
            once=f"result{target:2>6}"[:12].replace("i", "j").replace("l", "k"), kind="customer_feedback", value=8_000, kept=[],
            words=CANARIES["result"] if part == "self" else "别的成果", files=[SimpleUploadedFile("验收单.pdf", PDF)], for_mentor=False,
            by=viewer(firm, part), at=at,
        )  # fmt: skip
        firm.things.setdefault("result", {})[target] = made.ref
        firm.things.setdefault("result_file", {})[target] = files_handed_in(made.ref)[0].ref
    for kind in ("result", "result_file"):
        firm.things[kind]["ghost"] = "222222222222"
