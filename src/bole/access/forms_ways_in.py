"""Forms of the ways in: how we stand with a provider, and whose user is whose."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.accounts.queries import ProviderRow

IDS: dict[str, Any] = {
    "corp_id": _("ID of the company there"),
    "app_id": _("ID of the app there (Client ID, AppKey)"),
    "agent_id": _("ID of the agent there (AgentId)"),
}
# Which server is which, by the names that providers have for them.
SERVERS: dict[str, Any] = {
    "inside": _("Server of the sign-in page"),
    "scan": _("Server of the QR code"),
    "api": _("Server that is asked who it is"),
    "directory": _("Server of the directory"),
}


class WayInForm(forms.Form):
    """Ids, secret and servers of one provider; the fields follow from what it needs."""

    def __init__(self, *given: Any, row: ProviderRow, **named: Any) -> None:
        """Lay out the fields of this provider, filled with what holds."""
        super().__init__(*given, **named)
        wanted = row.needs if row.code != "feishu" else (*row.needs, "corp_id")
        for name in wanted:
            is_needed = name in row.needs
            self.fields[name] = forms.CharField(label=IDS[name], max_length=80, initial=getattr(row, name), required=is_needed)
        if row.code == "feishu":
            self.fields["corp_id"].help_text = _("Only for an app from the store: other companies' people are then refused (tenant key).")
        self.fields["secret"] = forms.CharField(
            label=_("Secret of the app"),
            max_length=200,
            required=not row.has_secret,
            widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
            help_text=_("It is kept encrypted and never shown. Empty: the one that is kept stays."),
        )
        for name, address in row.addresses.items():
            self.fields[f"server_{name}"] = forms.CharField(label=SERVERS[name], max_length=200, initial=address)
        self.fields["runs_directory"] = forms.BooleanField(
            label=_("The company's directory is run there"),
            required=False,
            initial=row.runs_directory,
            help_text=_("Its work e-mails are then believed: whoever has one of ours there is linked by themselves at the first sign-in."),
        )
        self.fields["version"] = forms.IntegerField(initial=row.version, widget=forms.HiddenInput)

    def given(self) -> dict[str, Any]:
        """Return what was written, as the action takes it."""
        data = self.cleaned_data
        return {
            **{name: data.get(name, "").strip() for name in IDS},
            "secret": data["secret"].strip(),
            "addresses": {name.removeprefix("server_"): text.strip() for name, text in data.items() if name.startswith("server_")},
            "runs_directory": data["runs_directory"],
            "version": data["version"],
        }


class ProviderUserForm(forms.Form):
    """Whose user is whose."""

    login = forms.CharField(label=_("Staff number"), max_length=64)
    user_id = forms.CharField(label=_("User ID there"), max_length=120)
