"""What people are told of improvement plans: that something waits, never a word of it."""

from django.utils.translation import gettext_lazy as _

from bole.notices.kinds import offer_kind


def offer_improvement_kinds() -> None:
    """Offer the sentences."""
    proposed = _("{name} proposes a plan with goals, support and dates. Read it, and agree or say what should be different")
    offer_kind("reviews.improvement_proposed", proposed, icon="trending-up", group="approval")
    offer_kind("reviews.improvement_agreed", _("{name} agrees to the improvement plan. It runs"), icon="trending-up")
    offer_kind("reviews.improvement_remarked", _("{name} would like something in the improvement plan to be different"), icon="trending-up")
    offer_kind("reviews.improvement_ended", _("{name} has ended your improvement plan. The reason is there to read"), icon="trending-up")
