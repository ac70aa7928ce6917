"""Rule sets of admission: the presets, other ones, and which is in force."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bole.access.rules import may_company
from bole.growth.actions import take_presets
from bole.growth.requirements import new_tree, tree_json
from bole.kit.action import action, on_record
from bole.kit.refs import new_ref
from bole.mentoring.models import Eligible, RuleSet
from bole.mentoring.refusals import RulesChanged, RulesWrong
from bole.mentoring.rules.admission import PRESETS
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM, Viewer

LONGEST_NAME = 60


@action("mentoring.keep_rule_set")
def keep_rule_set(*, code: str, name_zh: str, name_en: str, tree: Mapping[str, Any], number: int, by: Viewer, at: datetime) -> RuleSet:
    """Keep a rule set; a change makes the next version, and the one in force stays in force until another is put there.

    :raises RulesWrong: if a name is missing
    :raises RulesChanged: if somebody made another version meanwhile
    :raises Invalid: if the tree is none, with the place as `where`
    """
    _insist(by)
    names = name_zh.strip(), name_en.strip()
    if not all(names):
        raise RulesWrong(where="name_zh" if not names[0] else "name_en")
    read = new_tree(tree)
    last = RuleSet.objects.select_for_update().filter(code=code, is_last=True).first() if code else None
    if (last.number if last else 0) != number:
        raise RulesChanged(name=last.changed_by if last else "", number=last.number if last else 0)
    if last is not None and (last.name_zh, last.name_en, last.tree) == (*names, tree_json(read)):
        return last
    if last is not None:
        RuleSet.objects.filter(pk=last.pk).update(is_last=False)
    made = RuleSet.objects.create(
        code=code or new_ref(), number=number + 1, name_zh=names[0][:LONGEST_NAME], name_en=names[1][:LONGEST_NAME], tree=tree_json(read),
        changed_at=at, changed_by=by.name,
    )  # fmt: skip
    on_record(thing=f"rule_set {made.ref}", fields=("tree",))
    return made


@action("mentoring.keep_preset")
def keep_preset(*, code: str, by: Viewer, at: datetime) -> RuleSet:
    """Keep a rule set that ships, with the course and exam that it asks for; one that is kept already stays as the company has it.

    :raises NotFound: if none ships under this code
    """
    _insist(by)
    preset = next((one for one in PRESETS if one.code == code), None)
    if preset is None:
        raise NotFound
    kept = RuleSet.objects.filter(code=code, is_last=True).first()
    if kept is not None:
        return kept
    take_presets(by=SYSTEM, at=at)
    return keep_rule_set(code=code, name_zh=preset.zh, name_en=preset.en, tree=preset.tree, number=0, by=by, at=at)


@action("mentoring.put_rules_in_force")
def put_rules_in_force(*, ref: str, by: Viewer, at: datetime) -> RuleSet:
    """Let one version be the rules from now on; applications that were sent keep theirs."""
    _insist(by)
    found = RuleSet.objects.select_for_update().filter(ref=ref).first()
    if found is None:
        raise NotFound
    if found.is_in_force:
        return found
    RuleSet.objects.filter(is_in_force=True).update(is_in_force=False)
    found.is_in_force = True
    found.save(update_fields=["is_in_force"])
    Eligible.objects.all().delete()  # found by other rules; the next screening finds anew
    on_record(thing=f"rule_set {found.ref}", fields=("is_in_force",))
    return found


def _insist(by: Viewer) -> None:
    if not may_company(by, "change", "admission"):
        raise NotYours
