"""How a person connects a tool: what stands on the connection's page, and more of it in `docs/connections/`."""

from dataclasses import dataclass

from bole.work.rules.measures import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A tool, told to who connects it. `where` says step by step where the address and the secret go; `page` is in the docs."""

    code: str
    name: Words
    where: tuple[Words, ...]
    secret: Words
    events: tuple[Words, ...]
    reads: Words
    never: Words
    page: str
