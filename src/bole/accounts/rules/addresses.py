"""Which addresses of a provider's servers can be taken."""

from urllib.parse import urlsplit

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def is_takable(address: str, *, is_on_loopback: bool) -> bool:
    """Test if an address is https with a host and nothing behind it; on a machine that only itself reaches, http to itself will do."""
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return False
    is_bare = parts.path in {"", "/"} and not (parts.query or parts.fragment or parts.username or parts.password)
    if not host or not is_bare or any(one.isspace() for one in address):
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK and is_on_loopback)
