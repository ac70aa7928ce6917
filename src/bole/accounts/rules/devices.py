"""Which device asks, as a person would say it."""

from collections.abc import Sequence

# The first mark that fits wins: browsers name themselves after their ancestors too.
BROWSERS: Sequence[tuple[str, str]] = (
    ("wxwork/", "WeCom"), ("dingtalk/", "DingTalk"), ("lark/", "Feishu"), ("feishu/", "Feishu"), ("micromessenger/", "WeChat"),
    ("edg/", "Edge"), ("edga/", "Edge"), ("firefox/", "Firefox"), ("fxios/", "Firefox"), ("opr/", "Opera"), ("qqbrowser/", "QQ"),
    ("crios/", "Chrome"), ("chrome/", "Chrome"), ("safari/", "Safari"),
)  # fmt: skip
SYSTEMS: Sequence[tuple[str, str]] = (
    ("openharmony", "HarmonyOS"), ("harmonyos", "HarmonyOS"), ("windows", "Windows"), ("iphone", "iPhone"), ("ipad", "iPad"),
    ("android", "Android"), ("mac os x", "macOS"), ("cros", "ChromeOS"), ("linux", "Linux"),
)  # fmt: skip


def device_of(user_agent: str) -> str:
    """Return browser and system that a User-Agent names, such as “Edge, Windows”; nothing if it names none."""
    said = user_agent.lower()
    named = (next((name for mark, name in marks if mark in said), "") for marks in (BROWSERS, SYSTEMS))
    return ", ".join(name for name in named if name)
