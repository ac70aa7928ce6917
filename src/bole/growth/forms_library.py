"""Forms of the library, of learning paths and of what comes in by a file."""

from collections.abc import Mapping, Sequence

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bole.growth.actions.library import Written
from bole.growth.forms import Choices, KeptForm, code_field, text_field
from bole.growth.shown.library import KINDS, STAGE_NAMES

LONGEST_TEXT = 20_000
CATALOGUES = {
    "skills": _("Skills: code, group, Chinese and English name, meaning"),
    "items": _("Items of the library: kind, titles, minutes, link, topics, text"),
    "onet": _("Technology skills of O*NET, as it is published"),
}


class ItemForm(forms.Form):
    """An article, a case, a guide or a video link."""

    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    kind = forms.ChoiceField(label=_("Kind of item"), choices=[(code, name) for code, name in KINDS.items() if code != "course"])
    title_zh = text_field(_("Title in Chinese"), longest=80)
    title_en = text_field(_("Title in English"), longest=120, required=False)
    words_zh = text_field(_("In a sentence, in Chinese"), longest=200, rows=2, required=False)
    words_en = text_field(_("In a sentence, in English"), longest=300, rows=2, required=False)
    text_zh = text_field(_("Text in Chinese"), longest=LONGEST_TEXT, rows=14, required=False)
    text_en = text_field(_("Text in English"), longest=LONGEST_TEXT, rows=8, required=False)
    video = forms.CharField(
        label=_("Link to a video"), max_length=300, required=False,
        help_text=_("Opened in the reader's own browser; nothing of it is shown inside Bole."),
    )  # fmt: skip
    topics = forms.MultipleChoiceField(label=_("Subjects"), required=False, widget=forms.CheckboxSelectMultiple)
    stages = forms.MultipleChoiceField(
        label=_("For the mentor's library: when in a mentoring"), required=False, choices=list(STAGE_NAMES.items()),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    roles = forms.MultipleChoiceField(label=_("Whom it is for"), required=False, widget=forms.CheckboxSelectMultiple)
    minutes = forms.IntegerField(
        label=_("Minutes"), min_value=0, max_value=600, required=False, help_text=_("0: counted from the text."), initial=0
    )
    author = forms.CharField(label=_("Author's staff number"), max_length=40, required=False, help_text=_("Stands below the title."))

    def __init__(self, *args: object, topics: Choices, roles: Choices, **kwargs: object) -> None:
        """Offer topics and job families; the texts say how they are written."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        self.fields["topics"].choices = list(topics)  # type: ignore[attr-defined]  # a MultipleChoiceField
        self.fields["roles"].choices = list(roles)  # type: ignore[attr-defined]
        for name in ("text_zh", "text_en"):
            self.fields[name].widget.attrs["data-prose"] = gettext("Strong · Heading · Point · Link")
            self.fields[name].help_text = _("## heading · - point · 1. step · > quote · **strong** · `code` · [words](https://…)")

    def written(self, author_id: int | None) -> Written:
        """Return what was typed."""
        told: Mapping[str, object] = self.cleaned_data
        return Written(
            kind=str(told["kind"]), title_zh=str(told["title_zh"]), title_en=str(told["title_en"]), words_zh=str(told["words_zh"]),
            words_en=str(told["words_en"]), text_zh=str(told["text_zh"]), text_en=str(told["text_en"]), topics=_several(told["topics"]),
            stages=_several(told["stages"]), roles=_several(told["roles"]), minutes=int(str(told["minutes"] or 0)),
            video=str(told["video"]), author_id=author_id,
        )  # fmt: skip


def _several(told: object) -> tuple[str, ...]:
    return tuple(str(one) for one in told) if isinstance(told, Sequence) else ()


class FileForm(forms.Form):
    """A file beside an item."""

    file = forms.FileField(label=_("File"), help_text=_("PDF, picture, Word, Excel, PowerPoint or text, up to 10 MB."))


MOST_STEPS = 12


class PathForm(KeptForm):
    """A learning path with up to twelve steps in order."""

    code = code_field()
    title_zh = text_field(_("Title in Chinese"), longest=60)
    title_en = text_field(_("Title in English"), longest=80)
    words_zh = text_field(_("About it, in Chinese"), longest=300, rows=2, required=False)
    words_en = text_field(_("About it, in English"), longest=300, rows=2, required=False)

    def __init__(self, *args: object, things: Choices, **kwargs: object) -> None:
        """Offer courses, exams and items for each step."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        for n in range(MOST_STEPS):
            label = gettext("Step {n}").format(n=n + 1)
            self.fields[f"step_{n}"] = forms.ChoiceField(label=label, required=False, choices=[("", _("none")), *things])

    @property
    def steps(self) -> list[tuple[str, str]]:
        """The steps that were chosen, in order."""
        told = [str(self.cleaned_data[f"step_{n}"]) for n in range(MOST_STEPS)]
        return [(one.partition(":")[0], one.partition(":")[2]) for one in told if one]


class CatalogueFileForm(forms.Form):
    """A file with a catalogue."""

    kind = forms.ChoiceField(label=_("What the file holds"), choices=list(CATALOGUES.items()), widget=forms.RadioSelect)
    file = forms.FileField(label=_("CSV, Excel or text file"), widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.txt"}))
