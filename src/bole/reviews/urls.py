"""Addresses of the room."""

from django.urls import path

from bole.reviews.views import feedback, improvement, peers, talks, writing

urlpatterns = [
    path("feedback/", feedback.feedback, name="feedback"),
    path("feedback/new/", writing.new, name="new_feedback"),
    path("feedback/draft/", writing.draft, name="feedback_draft"),
    path("feedback/<slug:ref>/", feedback.piece, name="feedback_piece"),
    path("feedback/<slug:ref>/reply/", feedback.reply, name="reply_to_feedback"),
    path("feedback/<slug:ref>/take-back/", feedback.take_back, name="take_back_feedback"),
    path("one-to-ones/", talks.talks, name="talks"),
    path("one-to-ones/new/", talks.new, name="plan_talk"),
    path("one-to-ones/actions/<slug:ref>/done/", talks.finish, name="finish_action"),
    path("one-to-ones/<slug:ref>/", talks.talk, name="talk"),
    path("one-to-ones/<slug:ref>/point/", talks.point, name="add_point"),
    path("one-to-ones/<slug:ref>/note/", talks.write, name="add_note"),
    path("one-to-ones/<slug:ref>/private/", talks.private, name="private_note"),
    path("one-to-ones/<slug:ref>/agree/", talks.agree, name="agree_action"),
    path("one-to-ones/<slug:ref>/held/", talks.held, name="hold_talk"),
    path("one-to-ones/<slug:ref>/move/", talks.move, name="move_talk"),
    path("one-to-ones/<slug:ref>/call-off/", talks.call_off, name="call_off_talk"),
    path("one-to-ones/<slug:ref>/after-all/", talks.after_all, name="keep_talk_after_all"),
    path("improvement/", improvement.plans, name="improvement_plans"),
    path("improvement/new/", improvement.new, name="new_improvement"),
    path("improvement/milestones/<slug:ref>/done/", improvement.finish, name="finish_milestone"),
    path("improvement/<slug:ref>/", improvement.plan, name="improvement_plan"),
    path("improvement/<slug:ref>/revise/", improvement.revise, name="revise_improvement"),
    path("improvement/<slug:ref>/answer/", improvement.answer, name="answer_improvement"),
    path("improvement/<slug:ref>/week/", improvement.week, name="check_improvement_week"),
    path("improvement/<slug:ref>/end/", improvement.end, name="end_improvement"),
    path("improvement/<slug:ref>/withdraw/", improvement.withdraw, name="withdraw_improvement"),
    path("peer-rating/<slug:ref>/", peers.rate, name="rate_colleagues"),
    path("company/peer-rating/", peers.rounds, name="peer_rounds"),
    path("company/peer-rating/open/", peers.open_round, name="open_peer_round"),
    path("company/peer-rating/<slug:ref>/", peers.one_round, name="peer_round"),
    path("company/peer-rating/<slug:ref>/close/", peers.close_round, name="close_peer_round"),
    path("company/feedback/", talks.counts, name="feedback_counts"),
]
