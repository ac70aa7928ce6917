"""The company of the access tests, founded once for each file of tests."""

import logging
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.db import transaction
from pytest_django import DjangoDbBlocker

if TYPE_CHECKING:
    from tests.trust.company import Firm

# It compares PostgreSQL with SQLite, so it runs where there is PostgreSQL.
collect_ignore = [] if os.environ.get("BOLE_DATABASE") else ["test_alike.py"]


@pytest.fixture(scope="module")
def firm(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator["Firm"]:
    """Found the company once; whatever a test does is taken back, and in the end the company too."""
    from tests.trust import company  # this file is read before Django is ready

    logging.getLogger("bole").setLevel(logging.CRITICAL)
    with django_db_blocker.unblock(), time_machine.travel(company.NOW, tick=True), transaction.atomic():
        yield company.found()
        transaction.set_rollback(True)
    logging.getLogger("bole").setLevel(logging.NOTSET)
