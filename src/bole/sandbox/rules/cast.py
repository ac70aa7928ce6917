"""The people whom the stories tell of, with the numbers, grades and days of the example."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PostPlan:
    """A post from a day on: unit, position, rank of the grade."""

    first_day: date
    unit: str
    position: str
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One of the cast. `posts` follow each other; the last one is today's. `is_campus`: came from university in July."""

    number: str
    name: str
    posts: tuple[PostPlan, ...]
    is_campus: bool = False
    last_day: date | None = None
    leads: tuple[tuple[str, date], ...] = ()

    @property
    def joined(self) -> date:
        """The first day."""
        return self.posts[0].first_day

    @property
    def unit(self) -> str:
        """Where the member works today."""
        return self.posts[-1].unit


FOUNDED = date(2021, 11, 1)


def _member(number: int, name: str, *posts: tuple[date, str, str, int], **more: object) -> Member:
    return Member(number=f"BL{number:04d}", name=name, posts=tuple(PostPlan(*one) for one in posts), **more)  # type: ignore[arg-type]


def _lead(unit: str, since: date) -> tuple[tuple[str, date], ...]:
    return ((unit, since),)


_S1, _S2, _S3 = "SOL-1", "SOL-2", "SOL-3"

CHIEFS = (
    _member(1, "沈怀山", (FOUNDED, "CEO", "ceo", 10), leads=_lead("QZ", FOUNDED)),
    _member(2, "梁启衡", (FOUNDED, "CEO", "cto", 10), leads=_lead("RD", FOUNDED)),
    _member(3, "贺敏之", (FOUNDED, "CEO", "coo", 10)),
    _member(12, "苏文", (FOUNDED, "HR", "hrd", 9), leads=_lead("HR", FOUNDED)),
    _member(8, "高远", (FOUNDED, "SOL", "head-manager", 9), leads=(("SOL", FOUNDED), ("SALES", date(2025, 4, 1)))),
    _member(22, "秦舒", (FOUNDED, "CEO", "auditor", 7)),
    _member(27, "方磊", (FOUNDED, "IT-IT", "sysadmin", 6)),
    _member(
        45,
        "唐敏",
        (FOUNDED, "SUP-BJ", "support-principal", 7),
        (date(2022, 6, 1), "SUP-BJ", "head-manager", 8),
        leads=_lead("SUP", date(2022, 6, 1)),
    ),
)

DELIVERY_ONE = (
    _member(31, "林静", (FOUNDED, _S1, "solution-senior", 6), (date(2022, 4, 1), _S1, "head-lead", 7), leads=_lead(_S1, date(2022, 4, 1))),
    _member(
        64,
        "张三",
        (date(2022, 3, 16), _S1, "solution-plain", 5),
        (date(2023, 4, 3), _S1, "solution-senior", 6),
        (date(2025, 4, 1), _S1, "solution-principal", 7),
    ),
    _member(471, "李四", (date(2025, 7, 7), _S1, "solution-plain", 5), is_campus=True),
    _member(102, "韩雪峰", (date(2022, 11, 1), _S1, "solution-plain", 5), (date(2024, 10, 8), _S1, "solution-senior", 6)),
    _member(125, "叶青", (date(2023, 3, 8), _S1, "solution-plain", 5), (date(2025, 4, 1), _S1, "solution-senior", 6)),
    _member(233, "罗佳宁", (date(2024, 2, 26), _S1, "solution-senior", 6)),
    _member(208, "彭思远", (date(2023, 11, 14), _S1, "solution-senior", 6)),
    _member(361, "郑可", (date(2024, 11, 25), _S1, "solution-plain", 5)),
    _member(402, "沈一帆", (date(2025, 4, 11), _S1, "solution-plain", 5)),
    _member(287, "曹蕾", (date(2024, 7, 8), _S1, "solution-plain", 5), is_campus=True),
    _member(322, "张伟", (date(2024, 7, 22), _S1, "solution-plain", 5)),
    _member(340, "邓凯", (date(2024, 9, 19), _S1, "solution-plain", 5)),
    _member(415, "冯乐", (date(2025, 5, 28), _S1, "solution-plain", 4)),
)

OTHERS = (
    _member(148, "何佳", (date(2023, 6, 1), "HR-BP", "partner-plain", 5), (date(2025, 4, 1), "HR-BP", "partner-senior", 6)),
    _member(702, "陈晓雨", (date(2026, 11, 23), "ALG-LLM", "algorithm-plain", 4)),
    _member(79, "曾睿", (date(2022, 7, 1), "ALG-LLM", "algorithm-senior", 6), (date(2024, 4, 1), "ALG-LLM", "algorithm-principal", 7)),
    _member(93, "吴铮", (date(2022, 8, 24), _S2, "solution-principal", 7), (date(2024, 4, 1), _S2, "solution-expert", 8)),
    _member(259, "孙苒", (date(2024, 5, 8), "MKT-OP", "operations-plain", 5), (date(2026, 3, 2), "PROD-CS", "product-plain", 5)),
    _member(318, "阿依古丽·买买提", (date(2024, 7, 8), "SUP-BJ", "support-plain", 4), is_campus=True),
    _member(186, "欧阳雪", (date(2023, 8, 16), "PLT-BE", "backend-plain", 5), (date(2025, 4, 1), "PLT-BE", "backend-senior", 6)),
    _member(
        113,
        "周屿",
        (date(2023, 1, 19), _S2, "solution-plain", 5),
        (date(2024, 4, 1), _S2, "solution-senior", 6),
        (date(2026, 6, 1), _S2, "head-team", 7),
        leads=_lead(_S2, date(2026, 6, 1)),
    ),
    _member(
        157,
        "赵宁",
        (date(2023, 7, 3), _S3, "solution-plain", 5),
        (date(2024, 10, 8), _S3, "solution-senior", 6),
        (date(2026, 8, 3), _S3, "head-team", 7),
        leads=_lead(_S3, date(2026, 8, 3)),
        is_campus=True,
    ),
    _member(121, "顾清", (date(2023, 2, 22), "PROD-CS", "product-senior", 6), (date(2024, 10, 8), "PROD-CS", "product-principal", 7)),
    _member(
        97,
        "刘骁",
        (date(2022, 9, 23), "PLT-BE", "backend-senior", 6),
        (date(2023, 10, 9), "PLT-BE", "head-lead", 7),
        leads=_lead("PLT-BE", date(2023, 10, 9)),
    ),
    _member(
        58,
        "陆铭",
        (date(2022, 2, 7), "SALES-S", "sales-senior", 6),
        (date(2023, 4, 3), "SALES-S", "head-region", 7),
        leads=_lead("SALES-S", date(2023, 4, 3)),
    ),
    _member(241, "马骏", (date(2024, 3, 15), "SALES-E", "sales-plain", 5)),
    _member(136, "许嘉", (date(2023, 4, 18), "ALG-NLP", "algorithm-plain", 5), (date(2024, 10, 8), "ALG-NLP", "algorithm-senior", 6)),
    _member(
        169,
        "宋岩",
        (date(2023, 7, 3), "DATA-PL", "data-plain", 5),
        (date(2025, 4, 1), "DATA-PL", "data-senior", 6),
        is_campus=True,
        last_day=date(2026, 12, 7),
    ),
    _member(277, "张伟", (date(2024, 7, 3), "SALES-N", "sales-plain", 5)),
    _member(623, "丁一", (date(2026, 7, 6), _S3, "solution-plain", 3), is_campus=True),
    _member(700, "马知行", (date(2026, 11, 18), _S2, "solution-plain", 4)),
    _member(701, "康思齐", (date(2026, 11, 19), _S3, "solution-plain", 4)),
    _member(33, "白晓棠", (FOUNDED, "HR-OD", "people-principal", 7)),
)
CAST = (*CHIEFS, *DELIVERY_ONE, *OTHERS)
LEAVE = {"BL0186": (date(2025, 10, 13), date(2026, 3, 20)), "BL0287": (date(2026, 11, 12), date(2026, 11, 27))}
