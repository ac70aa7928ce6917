"""The room's name in Django, and what it offers and asks."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bole.kit.asks import Ask, ask
from bole.kit.menu import MenuItem, offer


class AccessConfig(AppConfig):
    """Settings of the room."""

    name = "bole.access"
    label = "access"

    def ready(self) -> None:
        """Offer roles and tokens to those who may read them; ask those who see other people's data for a second factor."""
        from bole.access.asking import lacks_second_factor
        from bole.access.rules import may_company
        from bole.access.standing_in import colleagues_of
        from bole.access.words import role_names
        from bole.audit.registry import name_things
        from bole.notices.registry import know_colleagues

        know_colleagues(colleagues_of)
        name_things("role", role_names)
        group = _("Security")
        offer(
            MenuItem(_("Roles"), "/company/roles/", "user-cog", "r", group=group, order=70),
            is_for=lambda viewer: may_company(viewer, "read", "roles"),
        )
        offer(
            MenuItem(_("Tokens"), "/company/tokens/", "key-round", "k", group=group, order=71),
            is_for=lambda viewer: may_company(viewer, "read", "tokens"),
        )
        offer(
            MenuItem(_("Ways in"), "/company/sign-in/", "log-in", "", group=group, order=72),
            is_for=lambda viewer: may_company(viewer, "read", "sign_in"),
        )
        words = _("Your role sees other people's data, and a password alone opens it.")
        ask(Ask(words, _("Switch the second factor on"), "/me/second-factor/"), is_for=lacks_second_factor)
