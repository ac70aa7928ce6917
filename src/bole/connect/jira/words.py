"""Names that workflows give to statuses, resolutions and types, in lower case. Jira tells categories for the present status only."""

# A status that counted as done, when the change log names it as the one before.
DONE = frozenset(
    {"done", "closed", "resolved", "complete", "completed", "完成", "已完成", "关闭", "已关闭", "解决", "已解决", "已验收", "验收通过"}
)

# A status that says: sent back.
BACK = frozenset({"reopened", "returned", "sent back", "重新打开", "退回", "已退回", "验收不通过", "验收未通过"})

# A resolution or a closed status that says: this was not done and will not be.
DROPPED = frozenset(
    {
        "won't do",
        "won't fix",
        "wontfix",
        "duplicate",
        "cannot reproduce",
        "incomplete",
        "invalid",
        "declined",
        "rejected",
        "cancelled",
        "canceled",
        "abandoned",
        "不做",
        "不修复",
        "不予修复",
        "重复",
        "无法重现",
        "无效",
        "已拒绝",
        "拒绝",
        "取消",
        "已取消",
        "作废",
    }
)

# It holds other issues; its parts are counted.
CONTAINERS = frozenset({"epic", "史诗", "史诗故事", "长篇故事", "initiative"})
