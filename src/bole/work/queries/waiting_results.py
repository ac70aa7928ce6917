"""Which results still wait for whoever leads the person, by the keys under which that was told."""

from collections.abc import Collection

from bole.work.models import Submission


def waiting_results(keys: Collection[str]) -> frozenset[str]:
    """Return the keys (`ref:version`) of the results that wait in that version (one query)."""
    rows = Submission.objects.filter(ref__in={key.partition(":")[0] for key in keys}, state="waiting").values_list("ref", "version")
    return frozenset(f"{ref}:{version}" for ref, version in rows).intersection(keys)
