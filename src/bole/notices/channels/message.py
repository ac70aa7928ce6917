"""What every way is given: a few words without a value, and a link."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Title, body and button in the reader's language, the link, and a key that is the same at every try."""

    key: str
    title: str
    body: str
    button: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """The company's application at WeCom, DingTalk or Feishu, and the user there."""

    corp_id: str
    app_id: str
    agent_id: str
    secret: str
    base: str
    user_id: str = ""
