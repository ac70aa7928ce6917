"""What people of a generated company write, each topic in several ways of saying it; some ways name the topic, most do not."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bole.sandbox.generated.learning_parts import ROLES, TOPIC_CODES, Floats, Ints

# Ways to say it, from plain to roundabout, as somebody would who never saw a catalogue of skills.
SAID: dict[str, tuple[str, ...]] = {
    "complaint-handling": (
        "客户投诉上门安装迟到，已道歉并补偿", "用户很生气，说要到消协反映，先安抚住了", "接到一起客诉，机器人答非所问",
        "客人不满意退款速度，要求升级处理", "家属来电话发了一通火，解释了半小时", "投诉工单重复升级，回访后撤诉",
    ),
    "customer-communication": (
        "和甲方对了一遍进度，口径统一了", "客户沟通会开了两小时，需求理解一致", "给客户回了电话，把延期原因说清楚",
        "周会上向客户解释了报价",
    ),
    "troubleshooting": (
        "线上故障，定位到连接池耗尽", "排查了一下午，是证书过期", "系统半夜挂了，重启后恢复，还要找根因", "接口超时，抓包看是网关的问题",
    ),
    "python": ("用Python写了个脚本批量改配置", "把脚本重构成了包，加了单元测试", "爬虫跑得太慢，改成异步的了"),
    "sql": ("报表查得慢，加了索引", "写了一条很长的SQL取数", "帮业务取了一份明细数据"),
    "data-analysis": ("做了漏斗分析，看哪一步流失最多", "分析了三个月的数据，找到原因", "拉了一张透视表给老板看"),
    "negotiation": ("跟采购压价谈了三轮", "合同条款谈妥，付款方式让了一步", "商务谈判拿下折扣"),
    "consultative-selling": ("拜访客户，先问痛点再讲方案", "老客户续签，顺便带了新产品", "销售线索跟进到第三次终于约到见面"),
    "implementation": ("现场部署完成，等验收", "上线切换顺利，回退方案没用上", "驻场实施两周，交付文档齐了"),
    "requirements": ("需求改了三版，终于评审通过", "把用户说的话整理成了需求清单", "产品评审发现边界没想清楚"),
    "presenting": ("给领导汇报，PPT改了五版", "在部门分享会上讲了一次", "路演答疑有点紧张"),
    "team-leadership": ("带两个新人，分工调整了一下", "小组士气不高，逐个聊了聊", "排班谈不拢，开会定了规矩"),
    "cross-team-work": ("拉通了产品和测试，接口人定了", "部门之间扯皮，找双方负责人对齐", "跨部门项目，例会固定下来"),
    "time-management": ("手上八件事，按轻重缓急排了一下", "老是加班，把会砍掉一半", "截止日期前一天才开始，太赶了"),
}  # fmt: skip
WRITERS = {"support": 0.35, "delivery": 0.3, "sales": 0.2}  # texts of a person and week
OTHERS = 0.04
BY_TASTE = 0.6


@dataclass(frozen=True, slots=True)
class Written:
    """Who wrote what, when, and what it was about."""

    person: Ints
    week: Ints
    topic: Ints
    text: tuple[str, ...]


def write(rng: np.random.Generator, *, role: Ints, taste: Floats, began: Ints, weeks: int) -> Written:
    """Let people write: most of what one likes, the rest of what the day brought."""
    topics = np.array([TOPIC_CODES.index(code) for code in SAID], dtype=np.int32)
    rate = np.array([WRITERS.get(name, OTHERS) for name in ROLES])[role]
    count = rng.poisson(rate * (weeks - began))
    person = np.repeat(np.arange(len(role)), count).astype(np.int32)
    week = (began[person] + rng.random(len(person)) * (weeks - began[person])).astype(np.int32)
    liking = taste[:, topics] + 1e-4
    liking = (liking / liking.sum(axis=1, keepdims=True)).cumsum(axis=1)
    liked = (liking[person] < rng.random((len(person), 1))).sum(axis=1).clip(max=len(topics) - 1)
    topic: NDArray[np.int32] = topics[np.where(rng.random(len(person)) < BY_TASTE, liked, rng.integers(0, len(topics), len(person)))]
    ways = [SAID[TOPIC_CODES[one]] for one in topic.tolist()]
    chosen = rng.random(len(person))
    return Written(person=person, week=week, topic=topic, text=tuple(way[int(at * len(way))] for way, at in zip(ways, chosen, strict=True)))
