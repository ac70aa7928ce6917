"""Addresses of the room."""

from django.urls import path

from bole.reviews.views import feedback, writing

urlpatterns = [
    path("feedback/", feedback.feedback, name="feedback"),
    path("feedback/new/", writing.new, name="new_feedback"),
    path("feedback/draft/", writing.draft, name="feedback_draft"),
    path("feedback/<slug:ref>/", feedback.piece, name="feedback_piece"),
    path("feedback/<slug:ref>/reply/", feedback.reply, name="reply_to_feedback"),
    path("feedback/<slug:ref>/take-back/", feedback.take_back, name="take_back_feedback"),
]
