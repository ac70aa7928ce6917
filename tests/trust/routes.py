"""Every address that the product answers, by its name; one without a name by its route."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver


def named() -> dict[str, str]:
    """Return the routes of all patterns by name."""
    return dict(_of(get_resolver().url_patterns, "", ""))


def _of(patterns: list[URLPattern | URLResolver], before: str, space: str) -> Iterator[tuple[str, str]]:
    for one in patterns:
        route = f"{before}{one.pattern}"
        if isinstance(one, URLResolver):
            yield from _of(one.url_patterns, route, f"{space}{one.namespace}:" if one.namespace else space)
        else:
            yield f"{space}{one.name or route}", route
