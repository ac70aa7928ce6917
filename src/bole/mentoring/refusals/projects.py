"""How going along with a project says no."""

from bole.values.refusal import Invalid, Refused, say


class NotAProject(Refused):
    """Only a pair of that form has a project."""

    code = "not_a_project"
    status = 409
    sentence = say("This pair does not go along with a project. Nothing was changed.")


class LinkNotSafe(Invalid):
    """A link is an https address."""

    code = "link_not_safe"
    sentence = say("The link must begin with https:// and hold no space.")


class NoProject(Invalid):
    """A plan is about a project that has a name."""

    code = "no_project"
    sentence = say("Name the project first, on the page of the pair. All you wrote is kept.")


class NoResultYet(Refused):
    """The report of results closes a project."""

    code = "no_result_yet"
    status = 409
    sentence = say("The report of results is not there yet. {name} sends it, then you close the project.")
