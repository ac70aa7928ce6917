"""The room's name in Django, and the operator's way."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bole.kit.menu import MenuItem, offer


class NoticesConfig(AppConfig):
    """Settings of the room."""

    name = "bole.notices"
    label = "notices"

    def ready(self) -> None:
        """Hear of sign-outs, and offer the operator the ways out."""
        from bole.notices import reactions  # noqa: F401  (hearing is all it is for)
        from bole.notices.actions.handing_over import KIND
        from bole.notices.kinds import BRIEFS, offer_kind
        from bole.notices.queries.log import may_read_outbox

        stands = _("{name} stands in for you from {from} to {to}")
        offer_kind("notices.stands_in", stands, icon="user-check", topic="approvals")
        asked = _("You stand in for {name} from {from} to {to}")
        offer_kind("notices.standing_in", asked, icon="user-check", topic="approvals")
        waits = _("You stand in for {name} from today. Waiting for a decision: {n}")
        offer_kind(KIND, waits, icon="user-check", group="reminder", topic="approvals", brief=BRIEFS["approval"])
        offer_kind("notices.stands_in_no_more", _("{name} no longer stands in for you"), icon="user-check", topic="approvals")
        offer_kind("notices.standing_in_no_more", _("You no longer stand in for {name}"), icon="user-check", topic="approvals")
        offer(MenuItem(_("Ways out"), "/company/channels/", "send", "", group=_("Security"), order=76), is_for=may_read_outbox)
