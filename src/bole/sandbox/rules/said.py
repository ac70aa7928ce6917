"""What people of the cast wrote to each other and talked about: a handful of praises, pieces of advice, requests, one-to-ones."""

from collections.abc import Sequence
from dataclasses import dataclass

# Personas, by key; days as working days before today.


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of feedback. `is_about_score`: of the month that is shown; `read_after`: hours, None if it is unread; `reply` answers it."""

    by: str
    to: str
    kind: str
    back: int
    hour: float
    words: str
    is_about_score: bool = False
    is_shared: bool = False
    read_after: float | None = None
    reply: str = ""


PIECES: Sequence[Piece] = (
    Piece(
        by="mentor", to="employee", kind="praise", back=24, hour=18.1, read_after=0.6, is_shared=True,
        words="海川的验收会讲得清楚，客户问到的三个问题你都提前备好了数据。保持这个习惯。",
        reply="谢谢张老师，问题清单是照您上次的模板列的。",
    ),
    Piece(
        by="employee", to="mentor", kind="request", back=17, hour=10.4, read_after=1.2,
        words="想请您看看我写的验收自查清单，有没有漏掉的地方？",
        reply="看过了，补两条：权限回收、日志留存期限。其余很完整。",
    ),
    Piece(
        by="colleague", to="doubter", kind="praise", back=13, hour=16.7, read_after=2.0,
        words="谢谢你把坐席工作台的联调记录整理成文档，我这边少走了两天弯路。",
    ),
    Piece(
        by="manager", to="colleague", kind="advice", back=10, hour=17.3, read_after=0.5, is_about_score=True,
        words="数据核对做得细。脚本可以再通用一点，下次换客户就不用重写。",
        reply="好的，我正在学Python，月底前改出一版。",
    ),
    Piece(
        by="waiting", to="colleague", kind="praise", back=7, hour=11.2, read_after=3.0,
        words="借我的演示环境救了急，客户当场看到了效果，谢谢！",
    ),
    Piece(
        by="director", to="mentor", kind="praise", back=5, hour=19.0, read_after=1.0,
        words="云栈二期从超载到稳住，你和林静处理得很从容，客户特地来电感谢。",
    ),
    Piece(
        by="manager", to="employee", kind="advice", back=1, hour=17.6, is_about_score=True,
        words="这个月交付质量稳住了，三个任务都按时完成，客户评价也在上升。下个月建议把验收前的自查清单固定下来，返工还能再少。",
    ),
)  # fmt: skip

TALK_HELD, TALK_NEXT = 18, 2  # working days before and after today
HELD_POINT = "验收前的自查"
AGREED = "把验收自查清单发给全组"
BUSY_POINT = "三个项目的先后顺序"
BUSY_WORDS = "三个项目排在同一周验收，客户又改了两次时间，我先保了恒泰。"
SLOW_WORDS = "二期刚上线，客户集中提问。"
MOVED_WORDS = "二期的5个任务移给韩雪峰（3个）和罗佳宁（2个）。"
MOVED_ITEMS = 5
ADVICE_WORDS = "这两周先保二期的客户答复，其余的我来协调。常见问题整理成一页，让客户先看，能少一半重复提问。"
CLOSED_WORDS = "已与主管核对：工作内容换了，现在的节奏就是新的常态。"
