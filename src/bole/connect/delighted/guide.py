"""How Delighted is connected."""

from bole.connect.guide import Guide
from bole.work.rules.measures import Words

GUIDE = Guide(
    code="delighted",
    name=Words("Delighted", "Delighted"),
    where=(
        Words(
            "As an administrator: Integrations → Webhooks, in the project of the survey.",
            "以管理员身份在该问卷项目里打开“Integrations → Webhooks”。",
        ),
        Words(
            "Add a rule “when a response is received or updated” with the address of this connection.",
            "添加规则“when a response is received or updated”，填本连接的地址。",
        ),
        Words(
            "Bring the project's private API key (Integrations → API) here as the secret: Delighted signs with it.",
            "把该项目的私有API key（“Integrations → API”）填到这里作为密钥：Delighted用它签名。",
        ),
        Words(
            "Send the staff number along with each survey, as the property “employee”.",
            "发送问卷时带上属性“employee”，值为员工工号。",
        ),
    ),
    secret=Words("The private API key of the Delighted project.", "该Delighted项目的私有API key。"),
    events=(Words("A response is received or updated", "收到或更新了一份回答"),),
    reads=Words(
        "The score, the type of survey, when it was given, the link, the property or tag that names the employee.",
        "分值、问卷类型、回答时间、链接，以及指明员工的属性或标签。",
    ),
    never=Words(
        "Comments, answers to further questions, name, e-mail and other properties of the customer.",
        "评论、附加题的回答、客户的姓名、邮箱和其他属性。",
    ),
    page="docs/connections/delighted.md",
)
