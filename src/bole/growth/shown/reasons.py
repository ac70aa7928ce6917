"""Why something is recommended, in words that say no more than what made it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

KINDS = {
    "course": gettext_lazy("Course"),
    "article": gettext_lazy("Article"),
    "case": gettext_lazy("Case"),
    "guide": gettext_lazy("Guide"),
    "video": gettext_lazy("Video"),
    "mentoring": gettext_lazy("Mentoring plan"),
}
ICONS = {
    "course": "graduation-cap",
    "article": "file-text",
    "case": "message-square-quote",
    "guide": "book-open",
    "video": "play",
    "mentoring": "users",
}
WHATS = {
    "opened": gettext_lazy("Opened"),
    "finished": gettext_lazy("Finished"),
    "searched": gettext_lazy("Searched"),
    "wrote_about": gettext_lazy("Handed in a piece of feedback or a report"),
}


def why_words(why: str, topic: str, count: int, *, role: str = "") -> str:
    """Return the reason in a sentence."""
    told = {"topic": topic, "n": count, "role": role}
    if count > 0 and why == "opened":
        return ngettext("Because you opened “%(topic)s” once lately", "Because you opened “%(topic)s” %(n)s times lately", count) % told
    if count > 0 and why == "wrote":
        return (
            ngettext(
                "Because you submitted a piece of feedback on “%(topic)s” lately",
                "Because you submitted %(n)s pieces of feedback on “%(topic)s” lately",
                count,
            )
            % told
        )
    return (_numbered(why, count) or _plain(why)) % told


def _numbered(why: str, count: int) -> str:
    """Return a reason that speaks of several people."""
    if count <= 0:
        return ""
    return {
        "alike": _("Because %(n)s colleagues who read what you read also read this"),
        "role": _("Because many %(role)ss take it in their first month"),
        "role_uses": _("Because %(n)s colleagues of your role have read it"),
        "company": _("Because %(n)s colleagues have opened it lately"),
    }.get(why, "")


def _plain(why: str) -> str:
    return {
        "opened": _("Because you have read about “%(topic)s” before"),
        "wrote": _("Because you have written about “%(topic)s” before"),
        "searched": _("Because you looked for “%(topic)s”"),
        "wanted": _("Because “%(topic)s” stands in what you are to learn"),
        "for_role": _("Because it was made for your role"),
    }.get(why, _("From the catalogue: “%(topic)s”"))
