"""The room's name in Django, and what it tells the rooms below."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bole.kit.menu import MenuItem, offer


class PeopleConfig(AppConfig):
    """Settings of the room."""

    name = "bole.people"
    label = "people"

    def ready(self) -> None:
        """Let the access room ask how an account stands to people; offer HR its pages."""
        from bole.access.registry import name_units, number_accounts
        from bole.access.relations import stand_by
        from bole.access.rules import may_company
        from bole.accounts.registry import find_by_work_email
        from bole.audit.registry import name_subjects, name_things
        from bole.kit.presenting import hide_names_of
        from bole.notices.registry import know_colleagues, know_recipients
        from bole.people.queries import naming
        from bole.people.queries.recipients import recipients_of
        from bole.people.relations import standing_of
        from bole.people.standing_in import leaders_beside

        stand_by(standing_of)
        hide_names_of(naming.mark_of_names, naming.names_to_hide)
        find_by_work_email(naming.account_by_work_email)
        know_recipients(recipients_of)
        know_colleagues(leaders_beside)
        name_units(naming.unit_choices)
        number_accounts(naming.numbers_by_account)
        name_subjects(naming.names_by_ref)
        name_things("person", naming.names_by_number)
        name_things("unit", naming.unit_names)
        name_things("position", naming.position_names)
        name_things("family", naming.family_names)
        staff = MenuItem(_("Staff"), "/company/people/", "id-card", "e", group=_("Company"), order=22)
        units = MenuItem(_("Units"), "/company/units/", "network", "u", group=_("Company"), order=23)
        offer(staff, is_for=lambda viewer: may_company(viewer, "read", "company"))
        offer(units, is_for=lambda viewer: may_company(viewer, "read", "company"))
