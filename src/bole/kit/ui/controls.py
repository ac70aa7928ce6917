"""Controls: buttons, forms, fields, choices. Every target is 44 px or more."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.middleware.csrf import get_token
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from bole.kit.ui.icons import icon_svg
from bole.kit.ui.library import NOTHING, Words, attrs, draw, given, register, trimmed

_NEWS = mark_safe('<span class="news"></span>')
_DISABLED = mark_safe(" disabled")
_KINDS = {"primary": "btn btn-primary", "plain": "btn", "ghost": "btn btn-ghost"}
_SECRETS = ('type="password"', "one-time-code")
_SHAPES = {
    "textarea": "textarea w-full",
    "select": "select w-full",
    "checkbox": "checkbox",
    "file": "file-input w-full",
}


@dataclass(frozen=True, slots=True)
class Way:
    """One of a few ways to look at the same thing: its words, where it is, how many it holds."""

    words: Words
    url: str
    is_current: bool = False
    count: int | None = None


@register.simple_block_tag
def button(
    content: str,
    kind: str = "plain",
    *,
    url: str = "",
    type: str = "submit",
    icon: str = "",
    busy: Words = "",
    opens: str = "",
    wide: bool = False,
    small: bool = False,
    disabled: bool = False,
    **extra: Any,
) -> SafeString:
    """Offer one act: verb and object. Kinds: primary (one a page), plain, ghost. With `url` a link, with `opens` it calls that dialog.

    `busy` is what it says while it works. Anything else becomes an attribute: `name=`, `value=`, `hx_post=`, `form=`.
    """
    cls = _KINDS[kind] + (" w-full" if wide else "") + (" btn-low" if small else "")
    lead = icon_svg(icon, "s" if small else "") if icon else NOTHING
    words = format_html("{}{}", lead, trimmed(content))
    way = url or given("#{}", opens)
    if way and not disabled:
        return format_html('<a class="{}" href="{}"{}{}>{}</a>', cls, way, given(' data-opens="{}"', opens), attrs(extra), words)
    state = format_html("{}{}", given(' data-busy="{}"', busy), _DISABLED if disabled else NOTHING)
    return format_html('<button class="{}" type="{}"{}{}>{}</button>', cls, type, state, attrs(extra), words)


@register.simple_tag
def icon_button(icon: str, label: Words, *, url: str = "", opens: str = "", news: bool = False, **extra: Any) -> SafeString:
    """Offer an act by its icon alone (search, news, back, close); the label is its accessible name."""
    dot = _NEWS if news else NOTHING
    if url or opens:
        extra = {"href": url or f"#{opens}", "data_opens": opens or None, **extra}
        return format_html('<a class="icon-btn" aria-label="{}"{}>{}{}</a>', label, attrs(extra), icon_svg(icon), dot)
    return format_html(
        '<button class="icon-btn" aria-label="{}"{}>{}{}</button>', label, attrs({"type": "button", **extra}), icon_svg(icon), dot
    )


@register.simple_block_tag(takes_context=True)
def form(context: Context, content: str, url: str, *, method: str = "post", part: str = "", **extra: Any) -> SafeString:
    """Hold fields and the button that sends them, with the token. `part` names the id that htmx replaces with the answer.

    What is typed in a form with writing in it is kept on the phone; `data_keeps=False` says no, words tell forms of one address apart.
    """
    request = context.get("request")
    if method == "post" and _has_writing(content, extra):
        extra = {**extra, "data_keeps": extra.get("data_keeps", "")}
    token = get_token(request) if request is not None and method == "post" else ""
    if part:
        extra = {f"hx_{method}": url, "hx_target": f"#{part}", "hx_swap": "outerHTML", **extra}
    hidden = given('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', token)
    return format_html('<form action="{}" method="{}"{}>{}{}</form>', url, method, attrs(extra), hidden, content)


def _has_writing(content: str, extra: dict[str, Any]) -> bool:
    """Test if a form takes more than a choice or a line, or says so itself. One with a secret in it never does."""
    says_so = any(extra.get(name) not in (None, False) for name in ("data_offline", "data_guard", "data_keeps"))
    is_long = says_so or "<textarea" in content
    return is_long and not any(mark in content for mark in _SECRETS)


@register.simple_tag(takes_context=True)
def field(
    context: Context,
    bound: BoundField | None = None,
    *,
    name: str = "",
    label: Words = "",
    value: object = "",
    type: str = "text",
    options: Sequence[tuple[object, Words]] = (),
    help: Words = "",
    error: Words = "",
    look: str = "",
    rows: int = 0,
    **extra: Any,
) -> SafeString:
    """Ask for one thing: label above, help, and the error with what is wrong and by how much.

    Give a form's field (`form.name`), or `name=` and `label=` with `type` (text, password, number, date, search, email, file, textarea,
    select, checkbox, toggle, choices) and `options`. `look="segment"` or `"choices"` shows radios as a segment or pills.
    """
    if bound is not None:
        return _bound_field(context, bound, label=label, look=look, extra=extra)
    ident = extra.pop("id", "") or f"id_{name}"
    described = " ".join(part for part in (f"{ident}_error" if error else "", f"{ident}_help" if help else "") if part)
    if error:
        extra["aria_invalid"] = "true"
    values = {
        "name": name,
        "label": label,
        "value": "" if value is None else value,
        "type": type,
        "options": options,
        "help": help,
        "ident": ident,
    }
    cls = _SHAPES.get(type, "input w-full")
    return draw(
        context,
        "field",
        errors=[error] if error else [],
        look=look,
        cls=cls,
        described=described,
        rows=rows or 3,
        extra=attrs(extra),
        **values,
    )


def _bound_field(context: Context, bound: BoundField, *, label: Words, look: str, extra: dict[str, Any]) -> SafeString:
    widget = bound.field.widget
    ident = str(extra.get("id", "")) or bound.id_for_label or bound.auto_id
    many = isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
    single = isinstance(widget, forms.CheckboxInput)
    shape = {
        forms.CheckboxInput: "checkbox",
        forms.Textarea: "textarea w-full",
        forms.Select: "select w-full",
        forms.SelectMultiple: "select w-full",
        forms.ClearableFileInput: "file-input w-full",
        forms.FileInput: "file-input w-full",
    }
    cls = next((shape[kind] for kind in type(widget).__mro__ if kind in shape), "input w-full")
    if isinstance(widget, forms.HiddenInput):
        return SafeString(bound.as_widget(attrs={"id": extra["id"]} if "id" in extra else None))
    described = " ".join(part for part in (f"{ident}_error" if bound.errors else "", f"{ident}_help" if bound.help_text else "") if part)
    given = {"class": cls, "aria-describedby": described or None, "aria-invalid": "true" if bound.errors else None}
    given |= {key.rstrip("_").replace("_", "-"): value for key, value in extra.items()}
    control = NOTHING if many else bound.as_widget(attrs={key: value for key, value in given.items() if value is not None})
    choices = [one for one in bound.subwidgets if one.data["value"] != ""] if many else []
    values = {"label": label or bound.label, "help": bound.help_text, "errors": bound.errors, "ident": ident, "look": look or "choices"}
    return draw(context, "bound_field", control=control, choices=choices, many=many, single=single, described=described, **values)


@register.simple_tag(takes_context=True)
def form_errors(context: Context, form: forms.BaseForm) -> SafeString:
    """Say what is wrong with the form as a whole, above its fields."""
    errors = form.non_field_errors()
    return draw(context, "form_errors", errors=errors) if errors else NOTHING


@register.simple_block_tag(takes_context=True)
def choice(
    context: Context,
    content: str,
    *,
    name: str = "",
    value: object = "on",
    type: str = "checkbox",
    url: str = "",
    checked: bool = False,
    plain: bool = False,
    **extra: Any,
) -> SafeString:
    """Offer a check or a radio (`type`) as a pill, or a way to what it narrows (`url`); `plain` ones are optional and dashed."""
    given = {"name": name, "value": value, "type": type, "url": url, "checked": checked, "plain": plain}
    return draw(context, "choice", content=trimmed(content), extra=attrs(extra), **given)


@register.simple_tag(takes_context=True)
def segment(context: Context, ways: Sequence[Way], *, label: Words, target: str = "") -> SafeString:
    """Offer two to four ways to look at the same thing (`Way` objects), one of them current. `target` lets htmx swap that id only."""
    return draw(context, "segment", ways=ways, label=label, target=target)


@register.simple_tag(takes_context=True)
def search_field(
    context: Context,
    url: str,
    *,
    label: Words,
    value: str = "",
    name: str = "q",
    target: str = "",
    **extra: Any,
) -> SafeString:
    """Look for something by words; with `target` the list with that id follows the typing."""
    return draw(context, "search_field", url=url, label=label, value=value, name=name, target=target, extra=attrs(extra))


@register.simple_tag(takes_context=True)
def pagination(context: Context, *, next_url: str = "", previous_url: str = "", words: Words = "", target: str = "") -> SafeString:
    """Go on in a list by its cursor: `words` say what comes (再看 39 条). With `target` htmx replaces that id."""
    if not next_url and not previous_url:
        return NOTHING
    return draw(context, "pagination", next_url=next_url, previous_url=previous_url, words=words, target=target)
