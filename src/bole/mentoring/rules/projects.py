"""The project of a pair: how long its name may be, and where a link may lead."""

LONGEST_PROJECT, LONGEST_LINK = 120, 300
SAFE = "https://"


def is_safe_link(link: str) -> bool:
    """Test if a link leads to a safe address: nothing but https, no space in it."""
    return link.startswith(SAFE) and len(link) > len(SAFE) and not any(sign.isspace() for sign in link)
