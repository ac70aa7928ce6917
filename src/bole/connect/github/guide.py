"""How GitHub is connected."""

from bole.connect.guide import Guide
from bole.work.rules.measures import Words

GUIDE = Guide(
    code="github",
    name=Words("GitHub", "GitHub"),
    where=(
        Words(
            "In the organisation (or one repository): Settings → Webhooks → Add webhook.",
            "在组织（或单个仓库）里打开“Settings → Webhooks → Add webhook”。",
        ),
        Words(
            "Payload URL: the address of this connection. Content type: application/json.",
            "“Payload URL”填本连接的地址，“Content type”选“application/json”。",
        ),
        Words("Secret: the secret of this connection.", "“Secret”填本连接的密钥。"),
        Words(
            "“Let me select individual events”: tick the four below, nothing else. Add webhook.",
            "选“Let me select individual events”，只勾选下面四项，然后点“Add webhook”。",
        ),
    ),
    secret=Words("A text of your own, at least 32 random characters.", "自己定的一段文字，至少32个随机字符。"),
    events=(
        Words("Pull requests", "合并请求（Pull requests）"),
        Words("Pull request reviews", "合并请求的评审（Pull request reviews）"),
        Words("Issues", "事项（Issues）"),
        Words("Pushes", "推送（Pushes）"),
    ),
    reads=Words(
        "Titles, links, labels, states, moments and whose they are; of a push, how many commits are new.",
        "标题、链接、标签、状态、时间和负责人；推送只数新提交的个数。",
    ),
    never=Words(
        "Code, descriptions, comments, review texts, commit messages, file names, lines.",
        "代码、描述、评论、评审文字、提交说明、文件名、行数。",
    ),
    page="docs/connections/github.md",
)
