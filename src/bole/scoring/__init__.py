"""Scoring: indicators, models and targets turn readings of work into live and closed scores that open down to their facts."""
