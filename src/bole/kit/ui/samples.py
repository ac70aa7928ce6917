"""What the style page shows: every part in every state, with numbers that are plainly samples."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bole.kit.ui.boards import Board, Pin, Thread
from bole.kit.ui.charts import Marker, Move, Step, Trend
from bole.kit.ui.controls import Way

WEEKS = (79.2, 80.6, 82.1, 81.4, 80.2, 82.6, 84.8, 83.9, 81.5, 83.1, 84.3, 86.4)
GAPS = (62.0, 64.5, None, None, 70.0, 71.5, None, 73.0, 72.0, 74.0, 78.5, 81.0)


class SampleForm(forms.Form):
    """Every kind of field."""

    title = forms.CharField(label=gettext_lazy("Title"), help_text=gettext_lazy("A few words; everybody in the team reads them."))
    weight = forms.DecimalField(label=gettext_lazy("Weights together"), max_value=100, min_value=100)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=[("sum", gettext_lazy("Sum")), ("mean", gettext_lazy("Mean"))])
    due = forms.DateField(label=gettext_lazy("Due on"), widget=forms.DateInput(attrs={"type": "date"}))
    where = forms.ChoiceField(
        label=gettext_lazy("How did you meet?"),
        choices=[("room", gettext_lazy("In person")), ("video", gettext_lazy("By video")), ("phone", gettext_lazy("By phone"))],
        widget=forms.RadioSelect,
    )
    points = forms.MultipleChoiceField(
        label=gettext_lazy("What did you talk about?"),
        choices=[
            ("a", gettext_lazy("Talking at work")),
            ("b", gettext_lazy("What the company stands for")),
            ("c", gettext_lazy("Working across teams")),
        ],
        widget=forms.CheckboxSelectMultiple,
    )
    reason = forms.CharField(label=gettext_lazy("Reason"), widget=forms.Textarea(attrs={"rows": 3}))
    is_told = forms.BooleanField(label=gettext_lazy("Tell the person"), required=False)
    file = forms.FileField(label=gettext_lazy("File"), required=False)


def sample_form() -> SampleForm:
    """Return a form that was sent with one mistake."""
    form = SampleForm(
        {"title": _("Second half"), "weight": "95", "kind": "mean", "due": "2026-11-23", "where": "room", "points": ["a"], "reason": "…"}
    )
    form.errors["weight"] = form.error_class([_("5 % short: the four dimensions must make exactly 100 %.")])
    return form


def _trend() -> Trend:
    names = [_("Week %(number)s") % {"number": number} for number in range(36, 48)]
    return Trend(
        label=_("Twelve weeks, from 79.2 up to 86.4"),
        values=WEEKS,
        names=names,
        usual=(80, 85),
        target=(85, 92),
        now_words="86.4",
        urls=["#"] * len(WEEKS),
        markers=[Marker(index=4, words=_("Three days of leave")), Marker(index=6, words=_("New project"), url="#")],
    )


def _gaps() -> Trend:
    names = [_("Week %(number)s") % {"number": number} for number in range(36, 48)]
    return Trend(label=_("Weeks without work are gaps"), values=GAPS, names=names, target=(80, 90), now_words="81.0")


def samples() -> dict[str, Any]:
    """Return what the template of the style page needs."""
    return {
        "form": sample_form(),
        "other": SampleForm(prefix="other", initial={"where": "video"}),
        "trend": _trend(),
        "gaps": _gaps(),
        "weeks": WEEKS,
        "gap_weeks": GAPS,
        "falling": (86.0, 85.4, 86.2, 85.8, 84.0, 81.2, 78.2),
        "usual": (80, 85),
        "parts": (26.4, 22.9, 17.2, 19.9),
        "moves": [
            Move(change=150, words=_("3 tasks done on time"), note=_("Task completion, 86.4% → 93.2%"), url="#"),
            Move(change=80, words=_("Fewer defects"), note=_("Bug rate, 1.5 → 1.2"), url="#"),
            Move(change=-20, words=_("A rating of three stars"), note=_("Satisfaction, 4.02 → 3.98"), url="#"),
            *(Move(change=change, words="…") for change in (12, 9, -4, 3)),
        ],
        "board": Board(
            left_head=("14", "3"),
            right_head=("6", "2"),
            left=[
                Pin(name="秦朗", note="A, B", trail="88", url="#"),
                Pin(name="叶知秋", note="C", trail="90", tone="on", url="#"),
                Pin(name="罗一凡", note="D", trail="–", tone="wait"),
            ],
            right=[
                Pin(name="何川", note="A, C", seats=(2, 3), seats_words="2/3"),
                Pin(name="高敏", note="D", seats=(0, 2), seats_words="0/2"),
            ],
            threads=[Thread(0, 1), Thread(1, 0, is_chosen=True), Thread(2, None)],
        ),
        "steps": [
            Step(words=_("Live score"), number="86.4", how=_("times the weight of 25 %, counts 22.9")),
            Step(words=_("Project progress"), number="91.6", how=_("half of the dimension")),
            Step(words=_("Task completion"), number="93.2", how=_("90 % gives 90; each point above adds one"), url="#"),
            Step(words=_("On time / due"), number="41 / 44", how=_("model “Programmer”, version 3")),
        ],
        "ways": [Way(_("All"), "#", is_current=True, count=44), Way(_("On time"), "#", count=41), Way(_("Late"), "#", count=3)],
        "counts": (11, 34, 78, 131, 142, 77, 39),
        "classes": ("<70", "70", "76", "80", "84", "88", "92+"),
        "guide": (14, 38, 86, 134, 144, 71, 25),
        "rates": [(_("Targets met"), 70.0, 90.0), (_("Satisfied"), 65.0, 85.0), (_("Promoted"), 10.0, 25.0), (_("Left"), 30.0, 15.0)],
        "short_rates": (_("On target"), _("Content"), _("Risen"), _("Gone")),
        "weights": (_("weight 30 %"), _("weight 25 %"), _("target 90 %")),
        "consequence": _("The target stays at 300. The chance to reach it is 18 %. Your reason is kept with the evidence."),
        "pair": (_("Job family"), _("Programmer")),
        "missing": (_("Mentor"), ""),
        "options": [("a", _("Sum")), ("b", _("Mean"))],
        "shades": (
            "ink-1",
            "ink-2",
            "ink-3",
            "ink-4",
            "ink-5",
            "teal",
            "amber",
            "cinnabar",
            "indigo",
            "wash",
            "paper",
            "sheet",
            "mist",
            "edge",
            "amber-shape",
        ),
    }
