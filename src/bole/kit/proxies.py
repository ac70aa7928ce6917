"""Who asks where proxies stand in front: they say it in a header, which is believed of our own proxies alone (`BOLE_PROXIES`)."""

from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Network = IPv4Network | IPv6Network


class Asker:
    """Puts the address of who asks in the place of the proxy's, for limits, networks of tokens and the record."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        proxies = settings.ENVIRONMENT.believed
        if proxies:
            nearest = str(request.META.get("REMOTE_ADDR", ""))
            request.META["REMOTE_ADDR"] = asker(nearest, request.headers.get("X-Forwarded-For", ""), proxies=proxies)
        return self.get_response(request)


def asker(nearest: str, told: str, *, proxies: Sequence[Network]) -> str:
    """Return who asks: the last of the addresses told, from the nearest on, that was not told by a stranger.

    Whoever asks may write into the header what they like; each proxy adds behind it whom it heard. So it is read from its end, as long as
    a proxy of ours says it.
    """
    for hop in reversed(told.split(",")):
        here, there = _address(nearest), _address(hop)
        if here is None or there is None or not any(here in one for one in proxies):
            break
        nearest = str(there)
    return nearest


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        found = ip_address(text.strip())
    except ValueError:
        return None
    return (found.ipv4_mapped if isinstance(found, IPv6Address) else None) or found
