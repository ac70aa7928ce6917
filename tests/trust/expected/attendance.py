"""Absences."""

from tests.trust.expected.who import HR, OF_LI, OF_OUTSIDE, Address, all_alike, may, to

# fmt: off
ATTENDANCE = {
    # Absences: HR records them, each of whom they look after; nobody their own.
    "absences": Address("/company/absences/", all_alike(to(*HR))),
    "add_absence": Address(
        "/company/absences/add/",
        post=all_alike(may(*HR)),
        form={"person": "{person}", "first_day": "2026-12-01", "last_day": "2026-12-02", "kind": "leave"},
    ),
    "withdraw_absence": Address(
        "/company/absences/{absence}/withdraw/",
        post={"li": may(*OF_LI, sees=("self",)), "outside": may(*OF_OUTSIDE), "ghost": {}},
    ),
}
