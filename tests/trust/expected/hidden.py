"""Words that stand in one place, and who may never read them anywhere (every other line of the table is a denial)."""

from tests.trust.expected.who import CHAIN_OF_LI, OF_LI, PERSONAS, PROGRAMS

# fmt: off
FORBIDDEN: dict[str, tuple[str, ...]] = {
    "title": (
        "anonymous", "colleague", "mentor", "other_partner", "system_admin", "external", "token_facts", "token_dir", "token_absences",
    ),
    "support": ("anonymous", "colleague", "mentor", "upper", "other_partner", "auditor", "system_admin", "external", *PROGRAMS),
    "objection": ("anonymous", "colleague", "mentor", "other_partner", "system_admin", "external", *PROGRAMS),
    "mobile": ("anonymous", "colleague", "mentor", "manager", "upper", "other_partner", "auditor", "system_admin", "external", *PROGRAMS),
    "birthday": ("anonymous", "colleague", "mentor", "manager", "upper", "other_partner", "auditor", "system_admin", "external", *PROGRAMS),
    "reason": ("anonymous", "self", "colleague", "mentor", "manager", "upper", "other_partner", "system_admin", "external", *PROGRAMS),
    "secret": PERSONAS,
    "way in": PERSONAS,
    "proposal": ("anonymous", "self", "colleague", "mentor", "other_partner", "system_admin", "external", *PROGRAMS),
    "change": ("anonymous", "colleague", "mentor", "upper", "other_partner", "system_admin", "external", *PROGRAMS),
    "certificate": ("anonymous", "colleague", "mentor", "upper", "other_partner", "auditor", "system_admin", "external", *PROGRAMS),
    "talk": tuple(one for one in PERSONAS if one not in {"self", "manager"}),
    "private note": tuple(one for one in PERSONAS if one != "manager"),
    "application": ("anonymous", "colleague", "mentor", "manager", "upper", "other_partner", "system_admin", "external", *PROGRAMS),
    # Of a pair: the plan is the two's and HR's that decides about it, a record the two's, a note its writer's.
    "wish": tuple(one for one in PERSONAS if one not in {"colleague", "mentor"}),
    "plan": tuple(one for one in PERSONAS if one not in {"self", "mentor", "partner", "hr"}),
    "meeting": tuple(one for one in PERSONAS if one not in {"self", "mentor"}),
    "pair note": tuple(one for one in PERSONAS if one != "mentor"),
    "retirement": tuple(one for one in PERSONAS if one not in {"self", *OF_LI}),
    "improvement": tuple(one for one in PERSONAS if one not in {"self", *CHAIN_OF_LI, *OF_LI}),
    "office": tuple(one for one in PERSONAS if one not in {"self", "mentor"}),
    "agreement": tuple(one for one in PERSONAS if one not in {"self", "mentor"}),
    "left": tuple(one for one in PERSONAS if one not in {"self", "mentor", *OF_LI}),
    "help": tuple(one for one in PERSONAS if one not in {"self", *OF_LI}),
    "feedback": tuple(one for one in PERSONAS if one not in {"self", "manager"}),
    "result": tuple(one for one in PERSONAS if one not in {"self", "mentor", "manager", "upper", *OF_LI}),
    "waiting": ("anonymous", "self", "colleague", "mentor", "manager", "upper", "external", *PROGRAMS),
}
