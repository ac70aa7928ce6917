"""What people are told of promotion: that there is something to read or to review, never a figure."""

from django.utils.translation import gettext_lazy as _

from bole.notices.kinds import offer_kind


def offer_promotion_kinds() -> None:
    """Offer the kinds."""
    told, asked = _("You are a candidate for “{post}”. Your file is there to read"), _("Candidates for “{post}” wait for your review")
    offer_kind("mentoring.promotion_candidate", told, icon="file-text", topic="performance")
    offer_kind("mentoring.promotion_review", asked, icon="file-text", group="approval")
    offer_kind(
        "mentoring.promotion_withdrew", _("A candidate for “{post}” has withdrawn. Please have a look"), icon="file-text", group="approval"
    )
    offer_kind(
        "mentoring.promotion_all_withdrew",
        _("All candidates for “{post}” have withdrawn; the panel is over"),
        icon="file-text",
        topic="performance",
    )
    offer_kind(
        "mentoring.promotion_called_off",
        _("The panel for “{post}” was called off. The reason stands there"),
        icon="file-text",
        topic="performance",
    )
    offer_kind(
        "mentoring.promotion_decided", _("The panel for “{post}” has decided. Please have a look"), icon="file-text", topic="performance"
    )
