"""Who asks, what is answered, and the groups of the table: what the rows of every room are written with."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# fmt: off
SIGNED_IN = (
    "self", "colleague", "mentor", "manager", "upper", "partner", "other_partner", "hr", "hr_admin", "auditor", "system_admin", "external",
)
PROGRAMS = ("token_facts", "token_score", "token_dir", "token_absences")
PERSONAS = ("anonymous", *SIGNED_IN, *PROGRAMS)
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")

OK = 200
PASSES = 299  # a change was let through: done (302, 200), or asked for better fields (422), or too late (409)
GO = 302  # led elsewhere, nothing shown, nothing changed

Who = Mapping[str, int]


def to(*personas: str, answer: int = OK, **others: int) -> dict[str, int]:
    """Return who gets this answer; others get what stands beside their name, and everybody else 404."""
    return {**dict.fromkeys(personas, answer), **others}


def may(*personas: str, sees: tuple[str, ...] = ()) -> dict[str, int]:
    """Return who may make a change, and who sees the thing but may not change it."""
    return {**dict.fromkeys(sees, 403), **dict.fromkeys(personas, PASSES)}


@dataclass(frozen=True)
class Address:
    """An address: what it names, which methods it knows, and who gets what with each target."""

    path: str
    get: Mapping[str, Who] = field(default_factory=dict)
    post: Mapping[str, Who] = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)
    # page: before the door without a session · public: whatever the session · api: told so without one · send: by token alone ·
    # hook: by signature · door: allauth's own · any: whatever the method
    kind: str = "page"


# Groups, each from a line of the table.
SCORED = tuple(one for one in SIGNED_IN if one != "external")  # outsourced people have no score page
INSIDE = SCORED  # whoever works here under a contract with the group
LEADERS = ("manager", "upper", "hr_admin")  # people report to them
CHAIN_OF_LI = ("manager", "upper")
HR = ("partner", "other_partner", "hr", "hr_admin")
READS_COMPANY = (*HR, "auditor")
OF_LI = ("partner", "hr", "hr_admin")  # HR that looks after 李四
OF_OUTSIDE = ("other_partner", "hr", "hr_admin")
SCORE_OF_LI = ("self", *CHAIN_OF_LI, *OF_LI, "auditor")  # line 7
SCORE_OF_OUTSIDE = (*OF_OUTSIDE, "auditor")
SEES_MODELS = ("partner", "other_partner", "hr", "auditor")  # and may not change them
SEES_SOURCES = ("hr", "hr_admin", "auditor")  # the state of a connection; an HR partner has nothing to do with it, line 21


def all_alike(who: Who, *targets: str) -> dict[str, Who]:
    """Return the same answer for each of the targets."""
    return dict.fromkeys(targets or ("",), who)


def of_company(who: Who) -> dict[str, Who]:
    """Return who gets a thing of the company; one that is not there is nobody's."""
    return {"li": who, "ghost": {}}


SCORE = {"own": to(*SCORED), "li": to(*SCORE_OF_LI), "outside": to(*SCORE_OF_OUTSIDE), "ghost": {}}
EVERYBODY, NOBODY = to(*SIGNED_IN), to()
