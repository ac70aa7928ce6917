"""Job families, grades, and positions: a craft, and how far somebody has come in it."""

from dataclasses import dataclass

FAMILIES = (
    ("programmer", "程序员", "Programmer"),
    ("solution_engineer", "解决方案工程师", "Solution engineer"),
    ("presales", "售前顾问", "Presales"),
    ("support", "客户支持", "Customer support"),
    ("sales", "销售", "Sales"),
    ("product", "产品与设计", "Product and design"),
    ("operations", "市场与运营", "Marketing and operations"),
    ("hr", "人力资源", "Human resources"),
    ("finance", "财务与法务", "Finance and legal"),
    ("admin", "行政与IT", "Administration and IT"),
    ("management", "管理", "Management"),
)
GRADES = tuple((f"P{rank}", rank) for rank in range(3, 11))
TIERS = ("plain", "senior", "principal", "expert")


@dataclass(frozen=True, slots=True)
class Craft:
    """A craft: its family, and what it is called as somebody comes further."""

    code: str
    family: str
    zh: str
    en: str
    expert_zh: str = ""

    def name(self, tier: str) -> str:
        """Return the Chinese name of a position."""
        if tier == "expert":
            return self.expert_zh or f"{self.zh}专家"
        return {"plain": "", "senior": "高级", "principal": "资深"}[tier] + self.zh

    def name_en(self, tier: str) -> str:
        """Return the English name of a position."""
        return {"plain": "", "senior": "Senior ", "principal": "Principal ", "expert": "Expert "}[tier] + self.en


CRAFTS = {
    one.code: one
    for one in (
        Craft("executive", "management", "总裁办成员", "Executive"),
        Craft("algorithm", "programmer", "算法工程师", "Algorithm Engineer", "算法专家"),
        Craft("backend", "programmer", "后端工程师", "Back-end Engineer", "后端架构师"),
        Craft("frontend", "programmer", "前端工程师", "Front-end Engineer", "前端架构师"),
        Craft("testing", "programmer", "测试工程师", "Test Engineer", "测试专家"),
        Craft("data", "programmer", "数据工程师", "Data Engineer", "数据架构师"),
        Craft("product", "product", "产品经理", "Product Manager", "产品专家"),
        Craft("design", "product", "体验设计师", "Designer", "设计专家"),
        Craft("solution", "solution_engineer", "解决方案工程师", "Solution Engineer", "专家工程师"),
        Craft("presales", "presales", "售前顾问", "Presales Consultant", "售前专家"),
        Craft("support", "support", "客户支持专员", "Support Specialist", "客户支持专家"),
        Craft("sales", "sales", "客户经理", "Account Manager", "大客户总监"),
        Craft("marketing", "operations", "市场专员", "Marketing Specialist", "市场专家"),
        Craft("operations", "operations", "运营专员", "Operations Specialist", "运营专家"),
        Craft("people", "hr", "人力资源专员", "HR Specialist", "人力资源专家"),
        Craft("partner", "hr", "人力资源业务伙伴", "HR Business Partner", "人力资源专家"),
        Craft("recruiting", "hr", "招聘专员", "Recruiter", "招聘专家"),
        Craft("finance", "finance", "财务专员", "Accountant", "财务专家"),
        Craft("legal", "finance", "法务专员", "Legal Counsel", "法务专家"),
        Craft("administration", "admin", "行政专员", "Administrator", "行政专家"),
        Craft("it", "admin", "IT工程师", "IT Engineer", "IT架构师"),
        Craft("audit", "finance", "内审专员", "Internal Auditor", "内审专家"),
    )
}
# Posts of their own: code, family, Chinese, English.
SINGLE = (
    ("ceo", "management", "首席执行官", "Chief Executive Officer"),
    ("cto", "management", "研发中心负责人", "Head of R&D"),
    ("coo", "management", "首席运营官", "Chief Operating Officer"),
    ("hrd", "management", "人力资源总监", "HR Director"),
    ("head-manager", "management", "部门经理", "Department Manager"),
    ("head-lead", "management", "主管", "Team Manager"),
    ("head-team", "management", "组长", "Team Lead"),
    ("head-region", "management", "负责人", "Regional Head"),
    ("sysadmin", "admin", "系统管理员", "System Administrator"),
    ("auditor", "finance", "审计员", "Auditor"),
    ("onsite", "programmer", "驻场工程师", "On-site Engineer"),
    ("dispatched", "admin", "前台与后勤", "Reception"),
    ("intern", "programmer", "实习生", "Intern"),
)
HEADS = {"部门经理": "head-manager", "主管": "head-lead", "组长": "head-team", "负责人": "head-region"}


def tier_of(rank: int) -> str:
    """Return how far somebody of a grade has come."""
    return "plain" if rank <= 5 else "senior" if rank == 6 else "principal" if rank == 7 else "expert"


def position_of(craft: str, rank: int) -> str:
    """Return the code of the position of a craft at a grade."""
    return f"{craft}-{tier_of(rank)}"


def family_of(position: str) -> str:
    """Return the job family of a position."""
    for code, family, _, _ in SINGLE:
        if code == position:
            return family
    return CRAFTS[position.rsplit("-", 1)[0]].family


def positions() -> list[tuple[str, str, str, str]]:
    """Return all positions: code, family, Chinese, English."""
    crafts = [(f"{one.code}-{tier}", one.family, one.name(tier), one.name_en(tier)) for one in CRAFTS.values() for tier in TIERS]
    return [*crafts, *SINGLE]
