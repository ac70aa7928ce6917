"""The units of the demo company, how many of the 500 work in each, and as what."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPlan:
    """A unit with its exact head count (of itself, without the units below); crafts with their shares of it."""

    code: str
    name: str
    name_en: str
    kind: str
    parent: str
    size: int = 0
    crafts: tuple[tuple[str, int], ...] = ()
    head_position: str = ""


def _unit(code: str, name: str, name_en: str, kind: str, parent: str, size: int, crafts: str = "", head: str = "") -> UnitPlan:
    shares = tuple((craft, int(share)) for craft, share in (one.split(":") for one in crafts.split()))
    return UnitPlan(code=code, name=name, name_en=name_en, kind=kind, parent=parent, size=size, crafts=shares, head_position=head)


ROOT = "QZ"
UNITS = (
    _unit(ROOT, "青骓智能", "Qingzhui AI", "company", "", 0),
    _unit("CEO", "总经办", "Executive Office", "department", ROOT, 6, "executive:1"),
    _unit("RD", "研发中心", "R&D Centre", "division", ROOT, 0),
    _unit("ALG", "算法部", "Algorithms", "department", "RD", 1, "algorithm:1", "部门经理"),
    _unit("ALG-LLM", "大模型组", "Large Models", "team", "ALG", 25, "algorithm:1", "主管"),
    _unit("ALG-NLP", "语音语义组", "Speech and Language", "team", "ALG", 24, "algorithm:1", "主管"),
    _unit("ALG-QC", "质检算法组", "Quality Algorithms", "team", "ALG", 20, "algorithm:1", "主管"),
    _unit("PLT", "平台研发部", "Platform", "department", "RD", 1, "backend:1", "部门经理"),
    _unit("PLT-BE", "后端组", "Back End", "team", "PLT", 32, "backend:1", "主管"),
    _unit("PLT-FE", "前端组", "Front End", "team", "PLT", 22, "frontend:1", "主管"),
    _unit("PLT-INF", "基础架构组", "Infrastructure", "team", "PLT", 18, "backend:1", "主管"),
    _unit("PLT-APP", "应用研发组", "Applications", "team", "PLT", 12, "backend:1 frontend:1", "主管"),
    _unit("QA", "质量与测试部", "Quality and Testing", "department", "RD", 1, "testing:1", "部门经理"),
    _unit("QA-FN", "功能测试组", "Functional Testing", "team", "QA", 15, "testing:1", "主管"),
    _unit("QA-AT", "自动化测试组", "Test Automation", "team", "QA", 14, "testing:1", "主管"),
    _unit("DATA", "数据部", "Data", "department", "RD", 1, "data:1", "部门经理"),
    _unit("DATA-PL", "数据平台组", "Data Platform", "team", "DATA", 14, "data:1", "主管"),
    _unit("DATA-GV", "数据治理组", "Data Governance", "team", "DATA", 10, "data:1", "主管"),
    _unit("PROD", "产品部", "Product", "department", ROOT, 1, "product:1", "部门经理"),
    _unit("PROD-CS", "智能客服产品组", "Service Products", "team", "PROD", 16, "product:1", "主管"),
    _unit("PROD-QC", "质检产品组", "Quality Products", "team", "PROD", 13, "product:1", "主管"),
    _unit("PROD-UX", "体验设计组", "Design", "team", "PROD", 8, "design:1", "主管"),
    _unit("SOL", "解决方案部", "Solutions", "department", ROOT, 1, "solution:1", "部门经理"),
    _unit("SOL-1", "交付一组", "Delivery 1", "team", "SOL", 13, "solution:1", "主管"),
    _unit("SOL-2", "交付二组", "Delivery 2", "team", "SOL", 15, "solution:1", "组长"),
    _unit("SOL-3", "交付三组", "Delivery 3", "team", "SOL", 15, "solution:1", "组长"),
    _unit("SOL-PS", "售前组", "Presales", "team", "SOL", 18, "presales:1", "主管"),
    _unit("SUP", "客户支持部", "Customer Support", "department", ROOT, 0, "", "部门经理"),
    _unit("SUP-BJ", "北京组", "Beijing", "team", "SUP", 25, "support:1"),
    _unit("SUP-SZ", "深圳组", "Shenzhen", "team", "SUP", 8, "support:1", "主管"),
    _unit("SALES", "销售部", "Sales", "department", ROOT, 1, "sales:1", "部门经理"),
    _unit("SALES-E", "华东销售", "Sales East", "region", "SALES", 23, "sales:1", "负责人"),
    _unit("SALES-S", "华南销售", "Sales South", "region", "SALES", 19, "sales:1", "负责人"),
    _unit("SALES-N", "华北销售", "Sales North", "region", "SALES", 21, "sales:1", "负责人"),
    _unit("MKT", "市场与运营部", "Marketing and Operations", "department", ROOT, 1, "operations:1", "部门经理"),
    _unit("MKT-BR", "品牌市场组", "Brand", "team", "MKT", 14, "marketing:1", "主管"),
    _unit("MKT-OP", "用户运营组", "User Operations", "team", "MKT", 25, "operations:1", "主管"),
    _unit("HR", "人力资源部", "Human Resources", "department", ROOT, 1, "people:1", "部门经理"),
    _unit("HR-BP", "业务伙伴组", "HR Partners", "team", "HR", 6, "partner:1"),
    _unit("HR-RC", "招聘组", "Recruiting", "team", "HR", 5, "recruiting:1"),
    _unit("HR-OD", "组织发展组", "Organisation Development", "team", "HR", 4, "people:1"),
    _unit("FIN", "财务与法务部", "Finance and Legal", "department", ROOT, 1, "finance:1", "部门经理"),
    _unit("FIN-AC", "财务组", "Finance", "team", "FIN", 11, "finance:1", "主管"),
    _unit("FIN-LG", "法务组", "Legal", "team", "FIN", 6, "legal:1", "主管"),
    _unit("IT", "行政与IT", "Administration and IT", "department", ROOT, 1, "administration:1", "部门经理"),
    _unit("IT-AD", "行政组", "Administration", "team", "IT", 7, "administration:1"),
    _unit("IT-IT", "信息技术组", "IT", "team", "IT", 5, "it:1"),
)


def under(code: str) -> frozenset[str]:
    """Return the codes of the unit and of all below it."""
    found = {code}
    for unit in UNITS:
        if unit.parent in found:
            found.add(unit.code)
    return frozenset(found)


def size_of(code: str) -> int:
    """Return how many of the 500 work in the unit and below it."""
    inside = under(code)
    return sum(unit.size for unit in UNITS if unit.code in inside)
