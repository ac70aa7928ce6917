"""The providers that there are, and which of them a browser belongs to."""

from collections.abc import Mapping

from bole.accounts.im.dingtalk import DINGTALK
from bole.accounts.im.feishu import FEISHU
from bole.accounts.im.shape import Provider
from bole.accounts.im.wecom import WECOM
from bole.values.refusal import say

PROVIDERS: Mapping[str, Provider] = {one.code: one for one in (WECOM, DINGTALK, FEISHU)}
# Their names in the reader's language: 企业微信, 钉钉, 飞书.
NAMES: Mapping[str, str] = {"wecom": say("WeCom"), "dingtalk": say("DingTalk"), "feishu": say("Feishu")}


def provider_of_browser(user_agent: str) -> str:
    """Return the code of the provider whose own browser this is, or nothing."""
    said = user_agent.lower()
    return next((one.code for one in PROVIDERS.values() if any(mark in said for mark in one.marks)), "")
