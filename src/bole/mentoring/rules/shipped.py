"""The frameworks that come with the product. The first six are those of the specification, in its words."""

from bole.mentoring.rules.frameworks import Form, Framed, Material, Topic

Lines = tuple[tuple[str, str, str], ...]  # code, Chinese, English

READ = {
    "first-talk": ("第一次沟通怎么聊", "How to begin: the first talk"),
    "questions": ("多问少答：十个好问题", "Ask more than you answer: ten good questions"),
    "feedback": ("给建议的三步", "Advice in three steps"),
    "small-steps": ("每次只约一个小实验", "One small experiment at a time"),
    "review": ("一起复盘一件真事", "Looking back on a real piece of work"),
    "new-ground": ("换了岗位，先慢后快", "A new post: slow first, then fast"),
    "lead": ("从自己做到带别人做", "From doing it to leading those who do"),
    "data": ("看懂一张业务数据表", "Reading a table of business figures"),
    "group": ("小组辅导怎么主持", "How to lead a group"),
    "return": ("长假归来的前四周", "The first four weeks back"),
}


def _framed(
    code: str,
    names: tuple[str, str],
    goals: tuple[str, str],
    core: Lines,
    more: Lines,
    *,
    reads: tuple[str, ...],
    form: Form = "one_to_one",
    months: int = 6,
    every: tuple[int, int, int] = (1, 3, 6),
) -> Framed:
    topics = [Topic(name, zh, en, is_core=True, stage=min(n, 3)) for n, (name, zh, en) in enumerate(core, start=1)]
    topics += [Topic(name, zh, en, is_core=False, stage=min(n + 1, 3)) for n, (name, zh, en) in enumerate(more, start=1)]
    return Framed(
        code=code, zh=names[0], en=names[1], goal_zh=goals[0], goal_en=goals[1], topics=tuple(topics), form=form, months=months,
        meeting_every=every[0], test_every=every[1], report_every=every[2],
        materials=tuple(Material(*READ[one], f"/mentoring/library/{one}/") for one in reads),
    )  # fmt: skip


SHIPPED: dict[str, Framed] = {
    one.code: one
    for one in (
        _framed(
            "new_graduate", ("应届毕业生", "New graduate"),
            ("快速融入企业、掌握基础技能", "Fit in fast, master the basic skills"),
            (("values", "企业价值观", "Company values"), ("hands_on", "岗位技能实操", "Hands-on job skills"),
             ("communication", "职场沟通技巧", "Workplace communication")),
            (("tools", "常用工具与流程", "Tools and processes"), ("first_project", "第一个完整任务", "The first whole task"),
             ("path", "职业方向", "Where to go from here")),
            reads=("first-talk", "questions", "small-steps"),
        ),
        _framed(
            "transferred", ("转岗员工", "Transferred employee"),
            ("适应新岗位、提升专业能力", "Adapt to the new post, raise professional ability"),
            (("duties", "新岗位职责解读", "Duties of the new post"), ("processes", "核心业务流程学习", "Core business processes"),
             ("cross_team", "跨部门协作技巧", "Cross-department work")),
            (("carry_over", "原有经验怎么用", "What carries over"), ("people_to_know", "该认识的人", "People to know")),
            reads=("new-ground", "questions", "review"),
        ),
        _framed(
            "promotion", ("晋升候选人", "Promotion candidate"),
            ("带领团队、战略思考", "Lead people, think strategically"),
            (("team", "团队领导力", "Team leadership"), ("strategy", "战略目标拆解", "Breaking down strategic goals"),
             ("decisions", "决策能力", "Decision making")),
            (("hard_talks", "难谈的话", "Hard conversations"), ("delegate", "授权与跟进", "Handing over and following up")),
            reads=("lead", "questions", "review"),
        ),
        _framed(
            "algorithm_engineer", ("算法工程师", "Algorithm engineer"),
            ("掌握核心算法、提升模型效果", "Master core algorithms, improve models"),
            (("principles", "算法原理", "Algorithm principles"), ("coding", "代码实操训练", "Hands-on coding"),
             ("optimisation", "模型优化", "Model optimisation")),
            (("evaluation", "评测方法", "Evaluation"), ("papers", "读论文与复现", "Papers and reproducing them"),
             ("cost", "算力与成本", "Compute and cost")),
            reads=("small-steps", "questions", "review"),
        ),
        _framed(
            "product_manager", ("产品经理", "Product manager"),
            ("理解用户需求、设计更好的产品", "Understand user needs, design better products"),
            (("research", "用户调研", "User research"), ("prototype", "产品原型设计", "Product prototyping"),
             ("cross_team", "跨部门沟通", "Cross-department communication")),
            (("priorities", "取舍与排期", "Choosing and scheduling"), ("figures", "产品数据", "Product figures")),
            reads=("questions", "data", "review"),
        ),
        _framed(
            "operations", ("运营专员", "Operations specialist"),
            ("理解业务与用户、独立负责运营项目", "Understand business and users, run an operations project alone"),
            (("figures", "用户与业务数据解读", "Reading user and business figures"),
             ("campaign", "活动策划与执行", "Planning and running a campaign"),
             ("review", "复盘与跨团队协作", "Looking back and working across teams")),
            (("content", "内容与文案", "Content and copy"), ("budget", "预算与投放", "Budget and media")),
            reads=("data", "review", "small-steps"),
        ),
        _framed(
            "sales", ("销售", "Sales"),
            ("独立拿下并留住客户", "Win customers alone and keep them"),
            (("needs", "听懂客户需求", "Hearing what a customer needs"), ("offer", "方案与报价", "Offer and price"),
             ("keep", "客户维护与续约", "Keeping and renewing")),
            (("market", "新市场拓展", "New markets"), ("hard_no", "被拒绝之后", "After a no")),
            reads=("questions", "feedback", "review"),
        ),
        _framed(
            "team_leader", ("门店与班组负责人", "Shop or team leader"),
            ("管好现场、带好班组", "Run the floor well and lead the crew"),
            (("safety", "安全与质量", "Safety and quality"), ("shifts", "排班与交接", "Shifts and handing over"),
             ("crew", "带人与当面反馈", "Leading people and feedback face to face")),
            (("figures", "看懂现场数据", "Figures of the floor"), ("customers", "客诉处理", "Complaints")),
            reads=("lead", "feedback", "data"),
        ),
        _framed(
            "first_manager", ("新任主管", "First-time manager"),
            ("从自己做好，到让团队做好", "From good work of one's own to good work of a team"),
            (("role", "角色转换", "A change of role"), ("one_to_ones", "一对一沟通与反馈", "One-to-ones and feedback"),
             ("goals", "定目标与分工", "Goals and who does what"), ("hard_talks", "难谈的话", "Hard conversations")),
            (("hiring", "招人与面试", "Hiring and interviews"), ("up", "向上沟通", "Speaking upwards")),
            reads=("lead", "feedback", "questions"),
        ),
        _framed(
            "returner", ("长假归来", "Returning from leave"),
            ("平稳回到岗位、跟上变化", "Back to the post at an even pace, abreast of what changed"),
            (("changes", "这段时间变了什么", "What has changed"), ("pace", "工作节奏与边界", "Pace and boundaries"),
             ("next_step", "下一步发展", "The next step")),
            (("skills", "要补的技能", "Skills to refresh"),),
            reads=("return", "questions", "small-steps"), months=3, every=(1, 0, 3),
        ),
        _framed(
            "specialist", ("专业深造", "Growing as a specialist"),
            ("把一项专业能力练到能独当一面", "Bring one skill so far that others rely on it"),
            (("standard", "好的标准是什么", "What good looks like"), ("practice", "真实任务里练", "Practice on real work"),
             ("teach", "讲给别人听", "Teaching it")),
            (("community", "内外部交流", "Exchange inside and outside"),),
            reads=("small-steps", "feedback", "review"),
        ),
        _framed(
            "reverse", ("反向导师", "Reverse mentoring"),
            ("让资深同事跟上新工具、新用户", "Keep senior colleagues abreast of new tools and new users"),
            (("tools", "新工具上手", "New tools in hand"), ("users", "年轻用户怎么想", "How young users think"),
             ("habits", "换一种做法", "Another way of working")),
            (("culture", "听听一线的声音", "Hearing the front line"),),
            reads=("questions", "small-steps"), form="reverse", months=4, every=(1, 0, 4),
        ),
        _framed(
            "peer", ("同伴互助", "Peer mentoring"),
            ("同级同事互相补短板", "Colleagues of one level fill each other's gaps"),
            (("swap", "各教一项本领", "Each teaches one skill"), ("cases", "互看真实案例", "Looking at each other's cases"),
             ("habits", "互相督促一个习惯", "Keeping each other to one habit")),
            (("network", "认识彼此的团队", "Meeting each other's teams"),),
            reads=("feedback", "review"), form="peer", months=4, every=(1, 0, 4),
        ),
        _framed(
            "group", ("小组辅导", "Group mentoring"),
            ("一位导师带几位学员，一起解决同类问题", "One mentor, a few mentees, one kind of problem"),
            (("rules", "小组约定", "What the group agrees on"), ("cases", "轮流带案例", "Cases in turn"),
             ("actions", "各自的行动与复盘", "Everybody's actions and how they went")),
            (("guest", "请一位客人", "A guest"),),
            reads=("group", "questions", "review"), form="group", months=6, every=(1, 3, 6),
        ),
        _framed(
            "complaint_handling", ("投诉处理", "Handling complaints"),
            ("八周里学会先安顿情绪、再解决问题、最后防止再发，能独立处理最难的投诉",
             "In eight weeks: settle feelings, then the problem, then its cause, and handle the hardest complaints alone"),
            (("feelings", "先安顿情绪", "Settling feelings first"), ("solution", "给出能兑现的方案", "Offering what can be kept"),
             ("cause", "找到根因，防止再发", "Finding the cause, so that it does not come back")),
            (("hard_cases", "最难的三个真实案例", "The three hardest real cases"),
             ("limits", "权限与升级", "How far one may go, and handing up")),
            reads=("questions", "review", "feedback"), form="short", months=2, every=(1, 0, 2),
        ),
        _framed(
            "project", ("项目陪跑", "Along with a project"),
            ("陪学员把一个真实项目从立项做到结果，学会自己把事情做成",
             "Go along with one real project from its start to its result, so that the mentee learns to bring things home"),
            (("start", "立项：目标、边界与衡量方法", "Start: goal, bounds and how it is measured"),
             ("middle", "中期：进展、风险与取舍", "Middle: progress, risks, what to leave out"),
             ("result", "结果：成果、复盘与移交", "Result: what came of it, looking back, handing over")),
            (("stakeholders", "该让谁知道、该问谁", "Whom to tell, whom to ask"), ("rhythm", "计划与每周节奏", "A plan, a weekly rhythm"),
             ("setback", "卡住的时候怎么办", "What to do when it is stuck")),
            reads=("small-steps", "questions", "review"), form="project", months=4, every=(1, 0, 4),
        ),
        _framed(
            "short", ("短期专题", "Short and to the point"),
            ("用六周左右解决一个具体问题", "Solve one particular problem in about six weeks"),
            (("problem", "把问题说清楚", "Saying what the problem is"), ("try_out", "试一种做法", "Trying one way"),
             ("keep", "留下能复用的方法", "Keeping what can be used again")),
            (),
            reads=("small-steps", "review"), form="short", months=2, every=(1, 0, 0),
        ),
    )
}  # fmt: skip

# Which skills of growth a framework is about; those that are about no skill are not recommended by what people learn.
SKILLS_OF: dict[str, tuple[str, ...]] = {
    "complaint_handling": ("complaint-handling",),
    "algorithm_engineer": ("machine-learning", "model-evaluation"),
    "product_manager": ("product-design", "user-research"),
    "operations": ("operations", "data-analysis"),
    "sales": ("consultative-selling", "negotiation"),
    "first_manager": ("team-leadership",),
}
