"""What people type when they look for a page, a record or somebody and do not say it as we do: who, the query, what answers it.

Written by hand before the words of pages and records (`home/rules/*_words.txt`) and before any figure was seen. `TUNED` may be looked at
while those words are worked on; `HELD` is measured only. Courses and the library have their own (`tests/growth/paraphrases.py`).
"""

Asked = tuple[tuple[str, str, tuple[str, ...]], ...]

FEEDBACK, SCORE, RESULT, SUPPORT = ("/feedback/new/", "/feedback/"), ("/performance/",), ("/results/new/",), ("/performance/#support",)

PAGES_TUNED: Asked = (
    ("李四", "我的分数", SCORE),
    ("李四", "查绩效分", SCORE),
    ("李四", "夸同事", FEEDBACK),
    ("李四", "给同事提意见", FEEDBACK),
    ("李四", "找师傅", ("/mentoring/find/",)),
    ("李四", "想当导师", ("/mentoring/become/",)),
    ("李四", "看书", ("/growth/library/",)),
    ("李四", "学习资料", ("/growth/library/",)),
    ("李四", "交项目报告", RESULT),
    ("李四", "上传客户评价", RESULT),
    ("李四", "求助", SUPPORT),
    ("李四", "通讯录", ("/people/",)),
    ("李四", "消息", ("/notices/",)),
    ("李四", "改密码", ("/me/",)),
    ("李四", "谈心", ("/one-to-ones/",)),
    ("李四", "年终考核结果", ("/performance/ratings/",)),
    ("李四", "目标怎么算", ("/guide/",)),
    ("李四", "该学什么", ("/growth/recommended/",)),
    ("林静", "下属", ("/team/",)),
    ("林静", "我带的人", ("/team/",)),
    ("林静", "约下属聊聊", ("/one-to-ones/",)),
    ("苏文", "员工名册", ("/company/people/",)),
    ("苏文", "组织架构", ("/company/units/",)),
    ("苏文", "请假记录", ("/company/absences/",)),
    ("苏文", "对接系统", ("/company/connections/",)),
    ("苏文", "打分规则", ("/company/models/",)),
    ("苏文", "定指标", ("/company/targets/",)),
    ("苏文", "敬业度调查", ("/company/surveys/",)),
    ("苏文", "申诉", ("/company/objections/",)),
)

PAGES_HELD: Asked = (
    ("李四", "绩效得了多少", SCORE),
    ("李四", "最近表现", SCORE),
    ("李四", "表扬别人", FEEDBACK),
    ("李四", "写评价给领导", FEEDBACK),
    ("李四", "拜师", ("/mentoring/find/",)),
    ("李四", "带徒弟怎么报名", ("/mentoring/become/",)),
    ("李四", "案例文章", ("/growth/library/",)),
    ("李四", "培训课程", ("/growth/",)),
    ("李四", "技能证书", ("/growth/",)),
    ("李四", "提交考试成绩", RESULT),
    ("李四", "客户好评怎么交", RESULT),
    ("李四", "遇到困难需要帮忙", SUPPORT),
    ("李四", "查同事电话", ("/people/",)),
    ("李四", "未读消息", ("/notices/",)),
    ("李四", "账号设置", ("/me/",)),
    ("李四", "和主管聊聊", ("/one-to-ones/",)),
    ("李四", "往年评级", ("/performance/ratings/",)),
    ("李四", "指标说明", ("/guide/",)),
    ("李四", "推荐课程", ("/growth/recommended/",)),
    ("李四", "交过的成果", ("/results/",)),
    ("林静", "团队成员", ("/team/",)),
    ("林静", "手下的人", ("/team/",)),
    ("林静", "审批成果", ("/team/#results",)),
    ("苏文", "人员档案", ("/company/people/",)),
    ("苏文", "部门设置", ("/company/units/",)),
    ("苏文", "考勤", ("/company/absences/",)),
    ("苏文", "接口集成", ("/company/connections/",)),
    ("苏文", "考核模型", ("/company/models/",)),
    ("苏文", "目标值设置", ("/company/targets/",)),
    ("苏文", "问卷", ("/company/surveys/",)),
    ("苏文", "员工有异议", ("/company/objections/",)),
    ("苏文", "师徒项目进展", ("/company/mentoring/",)),
)

# 林静 has praised 李四 and talked with 李四; 李四 has handed in what a customer said.
PRAISE, TALK, HANDED_IN = ("feedback",), ("talk",), ("result",)
RECORDS_TUNED: Asked = (
    ("李四", "谁夸过我", PRAISE),
    ("李四", "林静给我的评价", PRAISE),
    ("李四", "和林静的面谈", TALK),
    ("李四", "跟林静聊过什么", TALK),
    ("李四", "客户评价", HANDED_IN),
    ("李四", "我交的成果", HANDED_IN),
    ("李四", "收到的表扬", PRAISE),
)
RECORDS_HELD: Asked = (
    ("李四", "别人的赞扬", PRAISE),
    ("李四", "林静的意见", PRAISE),
    ("李四", "跟林静的谈话", TALK),
    ("李四", "一对一 林静", TALK),
    ("李四", "客户好评", HANDED_IN),
    ("李四", "林静的夸奖", PRAISE),
    ("李四", "林静 面谈记录", TALK),
    ("李四", "上次和主管沟通", TALK),
    ("李四", "提交过的东西", HANDED_IN),
)

PEOPLE_TUNED: Asked = (
    ("李四", "找林静", ("林静",)),
    ("李四", "林静电话", ("林静",)),
    ("李四", "林静 交付一组", ("林静",)),
    ("李四", "我的主管", ("林静",)),
    ("李四", "直属上级", ("林静",)),
    ("李四", "林静的邮箱", ("林静",)),
    ("林静", "我的下属", ("李四", "沈一帆")),
)
PEOPLE_HELD: Asked = (
    ("李四", "联系林静", ("林静",)),
    ("李四", "林静是谁", ("林静",)),
    ("李四", "林静在哪个部门", ("林静",)),
    ("李四", "我领导", ("林静",)),
    ("李四", "我老板是谁", ("林静",)),
    ("李四", "林静工号", ("林静",)),
    ("李四", "沈一帆的联系方式", ("沈一帆",)),
    ("李四", "人力的苏文", ("苏文",)),
    ("林静", "我的组员", ("李四", "沈一帆")),
)
