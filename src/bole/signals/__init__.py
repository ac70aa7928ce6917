"""Signals: declines against a person's own usual, missed targets and why, signs of gaming.

Evidence for people who decide; never an input to a score.
"""
