"""The room's name in Django, and the ways that it offers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bole.kit.menu import MenuItem, offer


class WorkConfig(AppConfig):
    """Settings of the room."""

    name = "bole.work"
    label = "work"

    def ready(self) -> None:
        """Offer to HR what waits for a person and what is doubted; name connections for the record; say what is told of results."""
        from bole.access.rules import takes_part
        from bole.audit.registry import name_things
        from bole.notices.kinds import InPlace, offer_kind
        from bole.notices.registry import know_what_waits
        from bole.work.queries.connections import connection_names
        from bole.work.queries.waiting_results import waiting_results

        name_things("connection", connection_names)
        kinds = {
            "kind": {
                "project_report": _("project report"),
                "customer_feedback": _("customer feedback"),
                "skill_score": _("skill test score"),
            }
        }
        waits = _("{name} handed in a result ({kind}) and asks for your confirmation")
        confirm = InPlace(_("Confirm"), "confirm/", is_change=True)
        give_back = InPlace(_("Return the result"), "return/", is_change=True, asks=_("What is missing?"))
        offer_kind("work.result_waiting", waits, icon="file-check", group="approval", words=kinds, does=[confirm, give_back])
        know_what_waits(["work.result_waiting"], waiting_results)
        offer_kind("work.result_confirmed", _("{name} confirmed your result ({kind})"), icon="file-check", words=kinds)
        offer_kind("work.result_returned", _("{name} returned your result ({kind}) with a remark"), icon="file-pen", words=kinds)
        results = MenuItem(_("Submit a result"), "/results/new/", "file-check", "", group=_("Performance"), order=12)
        offer(results, is_for=takes_part)
        waiting = MenuItem(_("Waiting records"), "/company/waiting/", "user-round-search", "w", group=_("Company"), order=25)
        doubts = MenuItem(_("Data objections"), "/company/objections/", "scale", "j", group=_("Company"), order=25)
        for one in (waiting, doubts):
            offer(one, is_for=lambda viewer: viewer.has_role("hr", "hr_partner", "hr_admin"))
