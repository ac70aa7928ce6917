"""People who work here but are employed elsewhere, and interns: never scored, not among the 500."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Outsider:
    """Somebody of a supplier, an agency, or a school."""

    number: str
    name: str
    kind: str
    unit: str
    position: str
    since: date
    manager: str = ""


_ONSITE = ("石玉山", "耿晓峰", "柴文斌", "车志明", "屈海洋", "窦建新", "费立冬", "岑国栋")
_AGENCY = ("管小娟", "房秀英", "储红梅", "柯桂香")
_INTERNS = ("庄知远", "霍思琪", "苗一帆", "鲍雨晴", "祝星河", "童念安", "温书宁", "路明舟", "冉清和", "时予安", "简若溪")
_ONSITE_UNITS = ("SOL-1", "SOL-1", "SOL-2", "SOL-3", "PLT-BE", "PLT-INF", "QA-FN", "DATA-PL")
_INTERN_UNITS = ("ALG-LLM", "ALG-LLM", "ALG-NLP", "PLT-BE", "PLT-FE", "QA-AT", "DATA-PL", "PROD-CS", "PROD-UX", "MKT-OP", "HR-RC")

_DIRECTOR = "BL0008"  # suppliers' people in the delivery teams are led by the director, not by the team's own head

OUTSIDE = (
    *(
        Outsider(f"WB{n:03d}", name, "outsourced", unit, "onsite", date(2026, 3, 9), _DIRECTOR if unit.startswith("SOL") else "")
        for n, (name, unit) in enumerate(zip(_ONSITE, _ONSITE_UNITS, strict=True), 1)
    ),
    *(Outsider(f"PQ{n:03d}", name, "dispatched", "IT-AD", "dispatched", date(2025, 9, 8)) for n, name in enumerate(_AGENCY, 1)),
    *(
        Outsider(f"SX{n:03d}", name, "intern", unit, "intern", date(2026, 9, 14))
        for n, (name, unit) in enumerate(zip(_INTERNS, _INTERN_UNITS, strict=True), 1)
    ),
)
