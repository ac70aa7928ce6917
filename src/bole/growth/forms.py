"""Forms of growth: what somebody says of a skill, and what HR keeps."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.growth.actions.banks import MOST_OPTIONS, NUMBERS
from bole.growth.shown.growth import GROUPS, LEVELS
from bole.kit.form_fields import day_field

Choices = Sequence[tuple[str, str]]


class SkillForm(forms.Form):
    """Which skill, at which level, and why one thinks so."""

    skill = forms.ChoiceField(label=_("Skill"))
    level = forms.TypedChoiceField(label=_("Skill level"), choices=list(LEVELS.items()), coerce=int, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("What shows it"), required=False, max_length=300, help_text=_("A sentence: a piece of work, a project.")
    )  # fmt: skip

    def __init__(self, *args: object, choices: Choices, **kwargs: object) -> None:
        """Offer the catalogue."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        self.fields["skill"].choices = list(choices)  # type: ignore[attr-defined]  # a ChoiceField


class CodeForm(forms.Form):
    """A code to verify."""

    code = forms.CharField(label=_("Code of the paper"), max_length=40)


class KeptForm(forms.Form):
    """What has a version, and may be offered or not."""

    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    is_offered = forms.BooleanField(label=_("Offered"), required=False, initial=True)


def code_field() -> forms.CharField:
    """Return the field of a code that stands in addresses."""
    return forms.RegexField(
        r"^[a-z][a-z0-9_-]{1,39}$",
        label=_("Code in addresses"),
        help_text=_("Stands in addresses and stays: small letters, digits, hyphens."),
        error_messages={"invalid": _("Small letters, digits and hyphens only, a letter first.")},
    )


def text_field(label: object, *, longest: int, rows: int = 0, required: bool = True) -> forms.CharField:
    """Return a field for words, on a line or on several."""
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(label=label, max_length=longest, required=required, widget=widget)  # type: ignore[arg-type]  # words that wait for their language


class CatalogueForm(KeptForm):
    """A skill of the catalogue."""

    code = code_field()
    group = forms.ChoiceField(label=_("Group"), choices=list(GROUPS.items()))
    name_zh = text_field(_("Name in Chinese"), longest=60)
    name_en = text_field(_("Name in English"), longest=60)
    words_zh = text_field(_("What it means, in Chinese"), longest=200, required=False)
    words_en = text_field(_("What it means, in English"), longest=200, required=False)


class CourseForm(KeptForm):
    """A course."""

    code = code_field()
    title_zh = text_field(_("Title in Chinese"), longest=60)
    title_en = text_field(_("Title in English"), longest=80)
    words_zh = text_field(_("About it, in Chinese"), longest=300, rows=2, required=False)
    words_en = text_field(_("About it, in English"), longest=300, rows=2, required=False)
    exam = forms.ChoiceField(label=_("Exam that ends it"), required=False)

    def __init__(self, *args: object, exams: Choices, **kwargs: object) -> None:
        """Offer the exams."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        self.fields["exam"].choices = [("", _("none")), *exams]  # type: ignore[attr-defined]  # a ChoiceField


class StepForm(forms.Form):
    """A step of a course: plain paragraphs, an empty line between them."""

    title_zh = text_field(_("Title in Chinese"), longest=60)
    title_en = text_field(_("Title in English"), longest=80)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=240, initial=15)
    text_zh = text_field(_("Text in Chinese"), longest=20_000, rows=10)
    text_en = text_field(_("Text in English"), longest=20_000, rows=10)
    is_in = forms.BooleanField(label=_("Part of the course"), required=False, initial=True)


class ExamForm(KeptForm):
    """The rules of an exam."""

    code = code_field()
    title_zh = text_field(_("Title in Chinese"), longest=60)
    title_en = text_field(_("Title in English"), longest=80)
    words_zh = text_field(_("About it, in Chinese"), longest=300, rows=2, required=False)
    words_en = text_field(_("About it, in English"), longest=300, rows=2, required=False)
    course = forms.ChoiceField(label=_("Course that it ends"), required=False)
    drawn = forms.IntegerField(label=_("Questions drawn"), initial=25)
    minutes = forms.IntegerField(label=_("Minutes"), initial=40)
    pass_points = forms.IntegerField(label=_("Pass mark"), initial=80, help_text=_("Of 100."))
    days_between = forms.IntegerField(label=_("Days between two tries"), initial=14)
    tries_a_year = forms.IntegerField(label=_("Tries a year"), initial=4)
    repeats = forms.BooleanField(label=_("May be taken again after a pass"), required=False, help_text=_("As a test of skills is."))
    certificate = forms.RegexField(
        r"^[a-z][a-z0-9_-]{0,39}$", label=_("Code of the certificate"), required=False, help_text=_("Empty: a pass grants none.")
    )  # fmt: skip
    certificate_zh = text_field(_("Certificate in Chinese"), longest=60, required=False)
    certificate_en = text_field(_("Certificate in English"), longest=80, required=False)
    certificate_months = forms.IntegerField(label=_("Months that the certificate holds"), initial=24, help_text=_("0: for good."))
    skill = forms.ChoiceField(label=_("Skill that a pass shows"), required=False)
    skill_level = forms.IntegerField(label=_("Level that a pass shows"), initial=3)

    def __init__(self, *args: object, courses: Choices, skills: Choices, **kwargs: object) -> None:
        """Offer courses and skills."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        self.fields["course"].choices = [("", _("none")), *courses]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["skill"].choices = [("", _("none")), *skills]  # type: ignore[attr-defined]

    @property
    def numbers(self) -> dict[str, int]:
        """The numbers that were typed."""
        return {key: self.cleaned_data[key] for key in NUMBERS}


class QuestionForm(forms.Form):
    """A question with up to six answers, each in both languages."""

    kind = forms.ChoiceField(
        label=_("How many answers are right"), choices=[("single", _("one")), ("multiple", _("several may be"))], widget=forms.RadioSelect
    )  # fmt: skip
    text_zh = text_field(_("Question in Chinese"), longest=1000, rows=2)
    text_en = text_field(_("Question in English"), longest=1000, rows=2)
    why_zh = text_field(_("Explanation in Chinese"), longest=1000, rows=2)
    why_en = text_field(_("Explanation in English"), longest=1000, rows=2)

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Add the places of the answers."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        for n in range(MOST_OPTIONS):
            self.fields[f"zh_{n}"] = text_field(_("In Chinese"), longest=300, required=False)
            self.fields[f"en_{n}"] = text_field(_("In English"), longest=300, required=False)
            self.fields[f"right_{n}"] = forms.BooleanField(label=_("Right"), required=False)

    @property
    def options(self) -> list[tuple[str, str]]:
        """The answers that were typed."""
        return [(self.cleaned_data[f"zh_{n}"], self.cleaned_data[f"en_{n}"]) for n in range(MOST_OPTIONS)]

    @property
    def right(self) -> list[int]:
        """The places of those that were ticked."""
        return [n for n in range(MOST_OPTIONS) if self.cleaned_data[f"right_{n}"]]

    @property
    def places(self) -> list[tuple[int, forms.BoundField, forms.BoundField, forms.BoundField]]:
        """The fields of each answer, counted from 1."""
        return [(n + 1, self[f"zh_{n}"], self[f"en_{n}"], self[f"right_{n}"]) for n in range(MOST_OPTIONS)]


class GrantForm(forms.Form):
    """A certificate by hand."""

    person = forms.CharField(label=_("Staff number"), max_length=40)
    certifies = forms.ChoiceField(label=_("What it certifies"), required=False)
    title_zh = text_field(_("Title in Chinese"), longest=60)
    title_en = text_field(_("Title in English"), longest=80)
    valid_until = day_field(_("Valid until"), required=False, help_text=_("Empty: for good."))
    reason = text_field(_("Reason"), longest=300, rows=2, required=False)

    def __init__(self, *args: object, papers: Choices, **kwargs: object) -> None:
        """Offer what exams grant."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        self.fields["certifies"].choices = [("", _("something of its own")), *papers]  # type: ignore[attr-defined]  # a ChoiceField


class RevokeForm(forms.Form):
    """Why a certificate holds no more."""

    reason = text_field(_("Reason"), longest=300, rows=2, required=False)
