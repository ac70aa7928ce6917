"""What forms say of a field that is wrong: our own words in both languages, instead of the framework's."""

from collections.abc import Mapping

from django import forms
from django.core import validators
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_WHOLE = _("Write a whole number.")
_FIELDS: Mapping[type[forms.Field], Mapping[str, str | Promise]] = {
    forms.Field: {"required": _("Please fill this in.")},
    forms.IntegerField: {"invalid": _WHOLE},
    forms.FloatField: {"invalid": _("Write a number.")},
    forms.DecimalField: {"invalid": _("Write a number.")},
    forms.DateField: {"invalid": _("Write a day such as 2026-11-23.")},
    forms.DateTimeField: {"invalid": _("Write a day and an hour such as 2026-11-23 14:00.")},
    forms.TimeField: {"invalid": _("Write an hour such as 14:00.")},
    forms.ChoiceField: {"invalid_choice": _("“%(value)s” cannot be chosen here. Choose one of the list.")},
    forms.MultipleChoiceField: {
        "invalid_choice": _("“%(value)s” cannot be chosen here. Choose of the list."),
        "invalid_list": _("Choose of the list."),
    },
    forms.FileField: {
        "invalid": _("No file came. Choose it and send it again."),
        "missing": _("No file came. Choose it and send it again."),
        "empty": _("The file is empty. Choose another one."),
    },
    forms.UUIDField: {"invalid": _("This is no reference that we know.")},
}
_CHECKS: Mapping[type, str | Promise] = {
    validators.EmailValidator: _("Write an e-mail address such as li@example.com."),
    validators.MaxLengthValidator: _("This has %(show_value)s characters; %(limit_value)s are the most."),
    validators.MinLengthValidator: _("This has %(show_value)s characters; %(limit_value)s are needed."),
    validators.MaxValueValidator: _("%(limit_value)s is the most."),
    validators.MinValueValidator: _("%(limit_value)s is the least."),
    validators.ProhibitNullCharactersValidator: _("There is a character in the text that cannot be kept (NUL)."),
}


def speak() -> None:
    """Let all forms use these words; a form that says something of its own still does."""
    for field, said in _FIELDS.items():
        field.default_error_messages = {**field.default_error_messages, **said}  # type: ignore[dict-item]  # the stubs' own promise
    for check, words in _CHECKS.items():
        check.message = words  # type: ignore[attr-defined]  # each of them has one
