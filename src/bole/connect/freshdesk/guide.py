"""How Freshdesk is connected."""

from bole.connect.guide import Guide
from bole.work.rules.measures import Words

GUIDE = Guide(
    code="freshdesk",
    name=Words("Freshdesk", "Freshdesk"),
    where=(
        Words("As an administrator: Admin → Workflows → Automations.", "以管理员身份打开“Admin → Workflows → Automations”。"),
        Words(
            "Make three rules: on ticket creation; on ticket updates when an agent replies; on ticket updates for status, agent and group.",
            "建三条规则：创建工单时；更新工单时，客服回复；更新工单时，状态、客服或组变化。",
        ),
        Words(
            "Action of each: Trigger webhook, POST, the address of this connection, Encoding JSON, Content Advanced, the body of the docs.",
            "每条规则的动作：“Trigger webhook”，POST，填本连接的地址，Encoding选JSON，Content选Advanced，内容见文档。",
        ),
        Words(
            "Custom headers: X-Bole-Secret with the secret of this connection (or “Requires authentication” with it as the password).",
            "“Custom headers”加一行X-Bole-Secret，值为本连接的密钥（或勾选“Requires authentication”，把密钥填作密码）。",
        ),
    ),
    secret=Words("A text of your own, at least 32 random characters.", "自己定的一段文字，至少32个随机字符。"),
    events=(
        Words("Ticket created", "工单创建"),
        Words("An agent replies", "客服回复"),
        Words("Status, agent or group changes", "状态、客服或组变化"),
    ),
    reads=Words(
        "Subject, link, status, group, the agent's e-mail and name, when it was created, answered, solved.",
        "主题、链接、状态、组、客服的邮箱和姓名，以及创建、回复、解决的时间。",
    ),
    never=Words("Descriptions, replies, notes, who the customer is.", "描述、回复内容、备注、客户是谁。"),
    page="docs/connections/freshdesk.md",
)
