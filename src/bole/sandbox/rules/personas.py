"""Who can be signed in to in the demo: one of each role. The passwords are printed at each start; they open nothing but this demo."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """Somebody to sign in as. `roles` are granted with the units that they are for; employee and manager follow from the post."""

    key: str
    number: str
    login: str
    zh: str
    en: str
    roles: tuple[tuple[str, str], ...] = ()

    @property
    def password(self) -> str:
        """The demo's password of this persona."""
        return f"bole-{self.login}-demo"


PERSONAS = (
    Persona(key="employee", number="BL0471", login="lisi", zh="李四：员工", en="Li Si: employee"),
    Persona(
        key="mentor", number="BL0064", login="zhangsan", zh="张三：员工，导师", en="Zhang San: employee, mentor", roles=(("mentor", ""),)
    ),
    Persona(key="manager", number="BL0031", login="linjing", zh="林静：主管", en="Lin Jing: manager"),
    Persona(key="graduate", number="BL0702", login="chenxiaoyu", zh="陈晓雨：应届毕业生，今天入职", en="Chen Xiaoyu: graduate, first day"),
    Persona(key="hr_admin", number="BL0012", login="suwen", zh="苏文：HR负责人", en="Su Wen: head of HR", roles=(("hr_admin", ""),)),
    Persona(
        key="hr_partner",
        number="BL0148",
        login="hejia",
        zh="何佳：HR业务伙伴",
        en="He Jia: HR partner",
        roles=(("hr_partner", "SOL"), ("hr_partner", "RD")),
    ),
    Persona(
        key="second_admin",
        number="BL0033",
        login="baixiaotang",
        zh="白晓棠：HR，第二个人",
        en="Bai Xiaotang: HR, second person",
        roles=(("hr_admin", ""),),
    ),
    Persona(key="auditor", number="BL0022", login="qinshu", zh="秦舒：审计员", en="Qin Shu: auditor", roles=(("auditor", ""),)),
    Persona(
        key="system_admin",
        number="BL0027",
        login="fanglei",
        zh="方磊：系统管理员",
        en="Fang Lei: system admin",
        roles=(("system_admin", ""),),
    ),
    Persona(key="director", number="BL0008", login="gaoyuan", zh="高远：部门经理", en="Gao Yuan: department manager"),
    Persona(key="colleague", number="BL0361", login="zhengke", zh="郑可：同事", en="Zheng Ke: colleague"),
    Persona(key="external", number="WB001", login="shiyushan", zh="石玉山：外包驻场", en="Shi Yushan: on-site, external"),
    Persona(key="waiting", number="BL0402", login="shenyifan", zh="沈一帆：在等支持", en="Shen Yifan: waits for support"),
    Persona(key="doubter", number="BL0233", login="luojianing", zh="罗佳宁：提过数据异议", en="Luo Jianing: doubted a record"),
    Persona(key="busy", number="BL0340", login="dengkai", zh="邓凯：同时在三个项目", en="Deng Kai: in three projects at once"),
    Persona(key="support_head", number="BL0045", login="tangmin", zh="唐敏：客户支持部负责人", en="Tang Min: head of customer support"),
    Persona(
        key="supporter",
        number="BL0318",
        login="ayiguli",
        zh="阿依古丽·买买提：员工，处理最难的投诉",
        en="Ayiguli Maimaiti: employee, hardest complaints",
    ),
    Persona(key="region_head", number="BL0058", login="luming", zh="陆铭：华南销售负责人", en="Lu Ming: head of sales, south"),
    Persona(key="mover", number="BL0259", login="sunran", zh="孙苒：转岗", en="Sun Ran: changed job"),
    Persona(key="almost", number="BL0113", login="zhouyu", zh="周屿：想当导师", en="Zhou Yu: wants to mentor"),
    Persona(key="applicant", number="BL0136", login="xujia", zh="许嘉：申请当导师", en="Xu Jia: has applied to mentor"),
    Persona(key="good_mentor", number="BL0079", login="zengrui", zh="曾睿：导师", en="Zeng Rui: mentor"),
    Persona(key="former_mentor", number="BL0093", login="wuzheng", zh="吴铮：曾任导师", en="Wu Zheng: was a mentor"),
    Persona(key="late_mentor", number="BL0125", login="yeqing", zh="叶青：导师", en="Ye Qing: mentor"),
    Persona(key="late_mentee", number="BL0623", login="dingyi", zh="丁一：学员", en="Ding Yi: mentee"),
    Persona(key="product_mentor", number="BL0121", login="guqing", zh="顾清：导师", en="Gu Qing: mentor"),
    Persona(key="leaving_mentor", number="BL0169", login="songyan", zh="宋岩：导师，下月离职", en="Song Yan: mentor, leaves next month"),
    Persona(
        key="second_partner",
        number="BL0114",
        login="yangmingjie",
        zh="杨明杰：HR业务伙伴，其余部门",
        en="Yang Mingjie: HR partner, other departments",
        roles=tuple(("hr_partner", unit) for unit in ("PROD", "SUP", "SALES", "MKT", "FIN", "IT")),
    ),
)
BY_KEY = {one.key: one for one in PERSONAS}
