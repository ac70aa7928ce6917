"""What every page needs: health, the phone, language, theme."""

from tests.trust.expected.who import EVERYBODY, PASSES, PERSONAS, SIGNED_IN, Address, all_alike, may, to

# fmt: off
KIT = {
    "healthz": Address("/healthz", all_alike(to(*PERSONAS)), kind="public"),
    "readyz": Address("/readyz", all_alike(to(*PERSONAS, answer=503)), kind="public"),  # no worker lives in a test
    "metrics": Address("/metrics", all_alike(to(*PERSONAS)), kind="public"),  # to this machine alone
    "phone_worker": Address("/sw.js", all_alike(to(*PERSONAS)), kind="public"),
    "phone": Address("/phone/", all_alike(to(*PERSONAS)), kind="public"),  # to nobody signed in it says that alone
    "away": Address("/offline/", all_alike(to(*PERSONAS)), kind="public"),
    "waiting_entries": Address("/waiting/", all_alike(EVERYBODY)),
    "language": Address("/language/", post=all_alike(dict.fromkeys(PERSONAS, PASSES)), form={"language": "en"}, kind="public"),
    "presenting": Address("/presenting/", post=all_alike(may(*SIGNED_IN)), form={"is_on": "yes"}),
    "theme": Address("/theme/", post=all_alike(may(*SIGNED_IN)), form={"theme": "ink"}),
}
