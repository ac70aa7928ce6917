"""Opens Feishu as a way in to the company of a data folder: `python -m tests.browser.feishu ADDRESS`."""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bole.config.settings")

import django

django.setup()

from bole.accounts.actions import map_user, save_provider  # noqa: E402  (Django first)
from bole.accounts.models import Account, SignInProvider  # noqa: E402
from bole.kit.clock import now  # noqa: E402
from bole.values.viewer import SYSTEM  # noqa: E402
from tests.accounts.provider import CORP, SECRET  # noqa: E402


def main(address: str) -> None:
    """Open it, and link 李四."""
    save_provider(
        code="feishu",
        corp_id=CORP,
        app_id="app",
        agent_id="",
        secret=SECRET,
        addresses={"inside": address, "api": address},
        runs_directory=False,
        version=0,
        by=SYSTEM,
        at=now(),
    )
    SignInProvider.objects.update(is_on=True)
    map_user(provider="feishu", user_id="lisi", account_id=Account.objects.get(login="BL0471").pk, by=SYSTEM, at=now())


if __name__ == "__main__":
    main(sys.argv[1])
