"""How Jira is connected."""

from bole.connect.guide import Guide
from bole.work.rules.measures import Words

GUIDE = Guide(
    code="jira",
    name=Words("Jira", "Jira"),
    where=(
        Words(
            "As a Jira administrator: Settings → System → Webhooks → Create a webhook.",
            "以Jira管理员身份打开“设置 → 系统 → 网络钩子（WebHooks）→ 创建”。",
        ),
        Words("URL: the address of this connection.", "URL填本连接的地址。"),
        Words(
            "Secret: the secret of this connection, or let Jira make one and bring it here.",
            "“Secret”填本连接的密钥，或由Jira生成后填到这里。",
        ),
        Words(
            "Choose the projects by JQL and tick the three events below. Leave “Exclude body” off.",
            "用JQL选定项目，勾选下面三项事件，不要勾选“Exclude body”。",
        ),
    ),
    secret=Words("A text of your own, at least 32 random characters.", "自己定的一段文字，至少32个随机字符。"),
    events=(
        Words("Issue: created", "问题：已创建"),
        Words("Issue: updated", "问题：已更新"),
        Words("Issue: deleted", "问题：已删除"),
    ),
    reads=Words(
        "Summary, type, status, resolution, due day, labels, assignee, project; of the change log: due day, status, resolution.",
        "标题、类型、状态、解决结果、到期日、标签、负责人、项目；变更记录里只看到期日、状态和解决结果。",
    ),
    never=Words("Descriptions, comments, attachments, work logs, time tracking.", "描述、评论、附件、工作日志、工时登记。"),
    page="docs/connections/jira.md",
)
