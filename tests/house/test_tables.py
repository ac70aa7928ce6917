"""Tables: links point down without a tunnel back, migrations stand alone, and what the models say is what the tables are."""

import pytest
from django.apps import apps
from django.core.management import call_command

from tests.house.tree import imported, modules

MODELS = [model for model in apps.get_models() if model.__module__.startswith("bole.")]
MIGRATIONS = [module for module in modules() if module.door == "migrations"]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_a_link_has_no_way_back(model):
    links = [field for field in model._meta.local_fields + model._meta.local_many_to_many if field.is_relation]

    named = [field.name for field in links if field.model.__module__.startswith("bole.") and field.remote_field.related_name != "+"]

    assert named == [], "a reverse accessor is a tunnel that no import linter sees: related_name='+'"


@pytest.mark.parametrize("module", MIGRATIONS, ids=lambda module: module.name)
def test_a_migration_imports_nothing_of_ours(module):
    assert [name for name in imported(module.tree) if name.startswith("bole")] == []


@pytest.mark.parametrize("module", MIGRATIONS, ids=lambda module: module.name)
def test_a_migration_is_named_by_what_it_does(module):
    assert "_auto_" not in module.path.name


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
