"""Names of the live parts of this room; opaque outside."""


def matching_topic(run_ref: str) -> str:
    """Return the name of the parts that show how far a matching is; its ref is drawn, and nobody's."""
    return f"matching-{run_ref}"
