"""On generated companies most alerts are right and most declines are found, and the naive rule is far behind."""

import pytest

from benchmarks.alerts import quality

pytestmark = pytest.mark.full


def test_alerts_are_mostly_right_where_the_truth_is_known():
    (ours, naive), _sizes = quality(((300, (9000, 9001)),))

    assert ours.precision > 0.75
    assert ours.recall > 0.72
    assert ours.cause > 0.85
    assert ours.precision > 4 * naive.precision
