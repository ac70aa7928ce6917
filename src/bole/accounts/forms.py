"""The forms of the second factor: a code counts once."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django.core.cache import cache

# Longer than any code is taken: its own half minute and one on each side.
SECONDS_KEPT = 120


class OnceForm:
    """Takes a code that was not taken before. Allauth remembers a code for half a minute, but one may be taken for longer."""

    def clean_code(self) -> str:
        """Return the code.

        :raises ValidationError: if it does not fit, or was taken already
        """
        code: str = super().clean_code()  # type: ignore[misc]  # of the form beside which this class stands
        if not cache.add(f"second-factor:{self.user.pk}:{code}", "taken", SECONDS_KEPT):  # type: ignore[attr-defined]
            problem: Any = get_adapter().validation_error("incorrect_code")
            raise problem
        return code


class SignInCodeForm(OnceForm, AuthenticateForm):  # type: ignore[misc]  # allauth has no types
    """The code at the door."""


class AgainCodeForm(OnceForm, ReauthenticateForm):  # type: ignore[misc]  # allauth has no types
    """The code that confirms who is there."""
