"""The key by which people know a record in its tool: PAY-231, #482. A bare number of a database is none."""

import re

# From a record's own address: Jira's key, the number of a change, an issue or a ticket.
_IN_LINK = (
    (re.compile(r"/browse/([A-Z][A-Z0-9_]*-\d{1,9})(?:$|[/?#])"), "{}"),
    (re.compile(r"/(?:pull|pulls|issues|merge_requests|tickets)/(\d{1,9})(?:$|[/?#])"), "#{}"),
)
_SPOKEN = re.compile(r"[A-Z][A-Z0-9_]*-\d{1,9}|[A-Za-z][\w./-]*#\d{1,9}")


def key_of(external_id: str, link: str) -> str:
    """Return the key that the tool shows; nothing where there is none that anybody would know."""
    for pattern, shape in _IN_LINK:
        found = pattern.search(link)
        if found:
            return shape.format(found[1])
    return external_id if _SPOKEN.fullmatch(external_id) else ""
