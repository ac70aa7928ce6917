"""What the play has of ways in: Feishu, opened; whose user 李四 is there; a desk that asks."""

from datetime import datetime, timedelta

from django.core.signing import Signer

from bole.accounts.actions import make_ticket, map_user, save_provider
from bole.accounts.models import SignInProvider
from bole.values.viewer import SYSTEM
from tests.trust.company import Firm

SERVERS = {"inside": "https://accounts.feishu.cn", "api": "https://open.feishu.cn"}


def let_in(firm: Firm, *, at: datetime) -> None:
    """Open Feishu, link 李四, and let a desk ask (its ticket holds for as long as the play)."""
    save_provider(
        code="feishu",
        corp_id="",
        app_id="cli_play",
        agent_id="",
        secret="canary-secret-of-feishu-000000",
        addresses=SERVERS,
        runs_directory=False,
        version=0,
        by=SYSTEM,
        at=at,
    )
    SignInProvider.objects.update(is_on=True)
    account = firm.people["self"].account_id
    assert account is not None
    linked = map_user(provider="feishu", user_id="lisi", account_id=account, by=SYSTEM, at=at)
    ticket = make_ticket(device="Edge, Windows", by=SYSTEM, at=at + timedelta(days=1))
    firm.things["provider"] = {"li": "feishu", "ghost": "nobody"}
    firm.things["provider_user"] = {"li": linked.ref, "ghost": "222222222222"}
    firm.things["ticket"] = {"li": Signer(salt="bole.accounts.scan", sep=".").sign(ticket.ref), "ghost": "222222222222.forged"}
