"""Beginning a model: from one that ships, or from an empty one."""

from datetime import datetime

from bole.access.rules import may_company
from bole.kit.action import action
from bole.scoring.actions.models import save_draft, save_indicator
from bole.scoring.models import Indicator, ScoringModel
from bole.scoring.rules.drafting import free_code
from bole.scoring.rules.indicator import indicator_json
from bole.scoring.rules.library import LIBRARY
from bole.scoring.rules.templates import TEMPLATES
from bole.scoring.rules.tree import Tree, tree_json
from bole.values.refusal import NotYours
from bole.values.viewer import Viewer

# An address of its own stands there.
TAKEN = frozenset({"new"})


@action("scoring.begin_model")
def begin_model(*, zh: str, en: str, template: str, by: Viewer, at: datetime) -> str:
    """Begin a model with a draft; of one that ships, its indicators join the library. Return the model's code.

    :raises NotYours: unless HR admin begins it
    :raises Invalid: if a name cannot be taken
    """
    if not may_company(by, "change", "models"):
        raise NotYours
    code = free_code(en, set(ScoringModel.objects.values_list("code", flat=True)) | TAKEN)
    shipped = TEMPLATES.get(template)
    tree = Tree(code=code, zh=zh, en=en, dimensions=shipped.dimensions if shipped else ())
    held = set(Indicator.objects.values_list("code", flat=True))
    for leaf in tree.leaves:
        if leaf.indicator not in held:
            save_indicator(definition=indicator_json(LIBRARY[leaf.indicator]), version=0, by=by, at=at)
    save_draft(code=code, tree=tree_json(tree), version=0, by=by, at=at)
    return code
