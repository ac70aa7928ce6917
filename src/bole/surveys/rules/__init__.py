"""Questions, the gate of small groups and the calendar of publications, as values."""
