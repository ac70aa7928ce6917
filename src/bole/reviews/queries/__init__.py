"""Reads of feedback and of one-to-ones, each for its readers alone."""

from bole.reviews.queries.beside import beside_score
from bole.reviews.queries.own import own_feedback, own_talks
from bole.reviews.queries.pieces import PieceRow
from bole.reviews.queries.waiting import Waiting, waiting_for

__all__ = ["PieceRow", "Waiting", "beside_score", "own_feedback", "own_talks", "waiting_for"]
