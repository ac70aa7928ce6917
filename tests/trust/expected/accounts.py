"""The door: signing in, second factors, passwords."""

from tests.trust.expected.who import EVERYBODY, GO, NOBODY, OK, PASSES, PERSONAS, PROGRAMS, SIGNED_IN, Address, all_alike, to

# fmt: off
_GONE = dict.fromkeys(SIGNED_IN, GO)
_AT_DOOR = {"anonymous": OK, **dict.fromkeys(PROGRAMS, OK), **_GONE}
_PASSED_ON = dict.fromkeys(PERSONAS, GO)  # the second step of a sign-in that nobody began
_AGAIN = {**dict.fromkeys(PERSONAS, GO), **dict.fromkeys(SIGNED_IN, OK)}
DOOR = {
    "account_login": Address("/sign-in/", all_alike(_AT_DOOR), kind="door"),
    "mfa_authenticate": Address("/sign-in/second/", all_alike(_PASSED_ON), kind="door"),
    "account_reauthenticate": Address("/sign-in/again/", all_alike(_AGAIN), kind="door"),
    "mfa_reauthenticate": Address("/sign-in/again/second/", all_alike(_PASSED_ON), kind="door"),
    # Ways in beside the password. What was not begun here is over (403); whoever is in is led on.
    "begin_outside": Address(
        "/sign-in/with/{provider}/", {"li": dict.fromkeys(PERSONAS, GO), "ghost": NOBODY}, kind="public"
    ),
    "back_from_outside": Address(
        "/sign-in/with/{provider}/back/",
        {"li": {**dict.fromkeys(("anonymous", *PROGRAMS), 403), **_GONE}, "ghost": NOBODY},
        kind="public",
    ),
    "scan": Address("/sign-in/scan/", all_alike(_AT_DOOR), all_alike(dict.fromkeys(PERSONAS, PASSES)), kind="public"),
    "scan_take": Address("/sign-in/scan/take/", post=all_alike(dict.fromkeys(PERSONAS, PASSES)), kind="public"),
    "account_signup": Address("/sign-in/none/", all_alike(NOBODY), kind="public"),
    "account_reset_password": Address("/sign-in/forgotten/", all_alike(to(*PERSONAS)), kind="public"),
    "account_logout": Address("/sign-out/", all_alike({**dict.fromkeys(PERSONAS, GO), **EVERYBODY}), kind="door"),
    "account_change_password": Address("/me/password/", all_alike(_PASSED_ON), kind="door"),
    "account_set_password": Address("/me/password/set/", all_alike({**_PASSED_ON, **EVERYBODY}), kind="door"),
    "mfa_index": Address("/me/second-factor/", all_alike({**_PASSED_ON, **EVERYBODY}), kind="door"),
    "mfa_activate_totp": Address("/me/second-factor/on/", all_alike(_PASSED_ON), kind="door"),
    "mfa_deactivate_totp": Address("/me/second-factor/off/", all_alike(_PASSED_ON), kind="door"),
    "mfa_view_recovery_codes": Address("/me/second-factor/codes/", all_alike(_PASSED_ON), kind="door"),
    "mfa_generate_recovery_codes": Address("/me/second-factor/codes/new/", all_alike(_PASSED_ON), kind="door"),
    "mfa_download_recovery_codes": Address("/me/second-factor/codes/file/", all_alike(_PASSED_ON), kind="door"),
}
