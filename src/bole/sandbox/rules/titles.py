"""What things are called: titles of tasks, changes, tickets and deliveries, put together from the company's trade."""

import random

PROJECTS = (
    ("YZ", "云栈质检二期"),
    ("HC", "海川客服升级"),
    ("BL", "北辰智能外呼"),
    ("LM", "澜鹭客服中台"),
    ("JX", "锦绣银行质检"),
    ("QD", "青岛政务热线"),
    ("SY", "山屿电商客服"),
    ("ZT", "筑梦教育客服"),
    ("HT", "恒泰保险质检"),
    ("MS", "明石物流助手"),
)
REPOSITORIES = (
    "qingzhui/qc-engine",
    "qingzhui/dialog-core",
    "qingzhui/asr-gateway",
    "qingzhui/console-web",
    "qingzhui/rule-studio",
    "qingzhui/llm-serving",
    "qingzhui/data-pipeline",
    "qingzhui/agent-desk",
    "qingzhui/report-service",
    "qingzhui/eval-bench",
)
_PARTS = (
    "会话分段",
    "质检规则引擎",
    "话术推荐",
    "情绪识别",
    "坐席工作台",
    "知识库检索",
    "工单流转",
    "语音转写",
    "敏感词检测",
    "评分卡",
    "报表导出",
    "权限校验",
    "灰度发布",
    "缓存层",
    "消息队列",
)
_CHANGES = (
    "支持{0}按渠道配置",
    "修复{0}在长会话下超时",
    "重构{0}的重试逻辑",
    "为{0}补充单元测试",
    "{0}接入统一组件库",
    "优化{0}查询性能",
    "{0}增加审计日志",
    "拆分{0}模块",
)
_TASKS = {
    "programmer": ("{0}接口联调", "{0}性能压测", "{0}方案评审", "{0}灰度验证", "{0}缺陷修复", "{0}监控接入"),
    "solution_engineer": ("{1}：{0}配置", "{1}：{0}上线检查", "{1}：{0}培训材料", "{1}：{0}联调", "{1}：需求确认", "{1}：{0}数据核对"),
    "presales": ("{1}：方案初稿", "{1}：{0}演示环境", "{1}：标书应答", "{1}：报价核算", "{1}：{0}对比材料"),
    "product": ("{0}需求文档", "{0}原型评审", "{0}用户访谈整理", "{0}版本验收", "{0}埋点方案"),
    "design": ("{0}交互稿", "{0}组件走查", "{0}可用性测试"),
    "operations": ("{0}案例撰写", "活动报名页上线", "线索清洗与分发", "{0}用户周报", "行业白皮书排版"),
    "hr": ("校招面试安排", "入职材料核对", "培训场次组织", "组织架构更新", "转正评估跟进"),
    "finance": ("月度结账", "合同审核：{1}", "发票核对", "费用报销复核", "保密协议归档"),
    "admin": ("会议室设备检修", "账号权限开通", "办公用品采购", "机房巡检", "网络割接"),
    "management": ("{1}：里程碑评审", "季度目标对齐", "人力排期", "{1}：风险清单", "预算复核"),
    "support": ("{0}知识条目更新",),
    "sales": ("{1}：客户拜访",),
}
_TICKETS = (
    "{0}结果与录音不一致",
    "{0}页面打不开",
    "新增{0}字段怎么配置",
    "{0}导出失败",
    "账号登录后看不到{0}",
    "{0}提醒太多如何调整",
    "想了解{0}的计费",
    "{0}延迟较大",
)
_DELIVERIES = ("{1}：{0}验收", "{1}：{0}一期交付", "{1}：{0}升级交付")
_REWORKS = ("{1}：{0}规则返工", "{1}：{0}数据重跑", "{1}：{0}配置修正")
_DEFECTS = ("{0}偶发空指针", "{0}分页重复", "{0}并发下丢数据", "{0}时区显示错误", "{0}样式错位", "{0}误判")


def part(rng: random.Random) -> str:
    """Return a part of the product."""
    return _PARTS[int(rng.random() * len(_PARTS))]


def _filled(rng: random.Random, shapes: tuple[str, ...], project: str = "") -> str:
    return shapes[int(rng.random() * len(shapes))].format(part(rng), project)


def task(rng: random.Random, family: str, project: str) -> str:
    """Return the title of a task."""
    return _filled(rng, _TASKS[family], project)


def change(rng: random.Random) -> str:
    """Return the title of a pull request."""
    return _filled(rng, _CHANGES)


def ticket(rng: random.Random) -> str:
    """Return the subject of a ticket."""
    return _filled(rng, _TICKETS)


def delivery(rng: random.Random, project: str) -> str:
    """Return the title of a delivery."""
    return _filled(rng, _DELIVERIES, project)


def rework(rng: random.Random, project: str) -> str:
    """Return the title of a rework."""
    return _filled(rng, _REWORKS, project)


def defect(rng: random.Random) -> str:
    """Return the title of a defect."""
    return _filled(rng, _DEFECTS)
