"""The vendors: one folder each, all of one shape."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bole.connect.delighted import mapping as delighted_mapping
from bole.connect.delighted import signature as delighted_signature
from bole.connect.freshdesk import mapping as freshdesk_mapping
from bole.connect.freshdesk import signature as freshdesk_signature
from bole.connect.github import mapping as github_mapping
from bole.connect.github import signature as github_signature
from bole.connect.jira import mapping as jira_mapping
from bole.connect.jira import signature as jira_signature
from bole.work.rules.item import Mapped


@dataclass(frozen=True, slots=True)
class Vendor:
    """What a vendor's folder brings."""

    code: str
    name: str
    verify: Callable[[bytes, Mapping[str, str], str], None]
    map_delivery: Callable[..., Mapped]
    delivery_id: Callable[..., str]


VENDORS: dict[str, Vendor] = {
    code: Vendor(code, name, signature.verify, mapping.map_delivery, mapping.delivery_id)
    for code, name, signature, mapping in (
        ("github", "GitHub", github_signature, github_mapping),
        ("jira", "Jira", jira_signature, jira_mapping),
        ("freshdesk", "Freshdesk", freshdesk_signature, freshdesk_mapping),
        ("delighted", "Delighted", delighted_signature, delighted_mapping),
    )
}
API = "api"  # a connection that is fed by tokens
