"""`bole token`: keys for programs. The text of a token is shown once."""

from argparse import ArgumentParser, Namespace

from bole.cli.command import Command, answer, declare_data, declare_json, make_ready, operator, take_place
from bole.values.refusal import Invalid, say

OF_A_CONNECTION = "facts.write"


class NeedsConnection(Invalid):
    """A token that sends work belongs to no connection, or to one that is not there."""

    code = "needs_connection"
    sentence = say("facts.write needs the connection that it sends for, and it must exist.")
    hint = say("Open a connection under /company/connections/; its page shows the whole command.")


_MAKE = "make a token; its text is shown once and never again"


def declare(reader: ArgumentParser) -> None:
    """Read what is wanted: make one, list them, end one."""
    wanted = reader.add_subparsers(title="what", metavar="WHAT", required=True)
    make = wanted.add_parser("make", help=_MAKE, description=f"{_MAKE.capitalize()}.")
    make.add_argument("name", metavar="NAME", help="what it is for, such as “build server”")
    make.add_argument("--scope", action="append", required=True, dest="scopes", metavar="SCOPE", help="what it may do; repeat for several")
    make.add_argument("--connection", default="", metavar="REF", help="the connection that it sends for (facts.write needs one)")
    make.add_argument("--days", type=int, default=90, metavar="N", help="days until it ends (90; at most 365)")
    make.add_argument("--from", action="append", default=[], dest="networks", metavar="NETWORK", help="only from here, such as 10.0.0.0/8")
    make.set_defaults(do=_make)
    wanted.add_parser("list", help="list the living tokens").set_defaults(do=_list)
    end = wanted.add_parser("end", help="end a token now")
    end.add_argument("ref", metavar="REF", help="as `bole token list` shows it")
    end.set_defaults(do=_end)
    for one in wanted.choices.values():
        declare_data(one)
        declare_json(one)


def run(options: Namespace) -> int:
    """Do what is wanted."""
    take_place(options)
    make_ready()
    options.do(options)
    return 0


def _make(options: Namespace) -> None:
    """Make a token and show its text."""
    from bole.accounts.actions import make_token
    from bole.kit.clock import now
    from bole.work.queries.connections import connection_id_of

    if OF_A_CONNECTION in options.scopes and connection_id_of(options.connection) is None:
        raise NeedsConnection(where="connection")
    token, text = make_token(
        name=options.name,
        scopes=options.scopes,
        connection_ref=options.connection,
        days=options.days,
        networks=options.networks,
        by=operator(),
        at=now(),
    )
    facts = {"ref": token.ref, "token": text, "scopes": token.scopes, "expires_at": token.expires_at.isoformat()}
    words = f"{text}\nThis is shown once. It ends on {token.expires_at:%Y-%m-%d}; `bole token end {token.ref}` ends it before."
    answer(facts, as_json=options.json, words=words)


def _list(options: Namespace) -> None:
    """List the living tokens, never their text."""
    from bole.accounts.queries import tokens

    rows = [
        {
            "ref": one.ref,
            "name": one.name,
            "scopes": one.scopes,
            "connection": one.connection_ref,
            "ends_with": one.hint,
            "expires_at": one.expires_at.isoformat(),
        }
        for one in tokens()
    ]
    words = "\n".join(f"{one['ref']}  …{one['ends_with']}  until {one['expires_at'][:10]}  {one['name']}" for one in rows)
    answer(rows, as_json=options.json, words=words or "There are no tokens.")


def _end(options: Namespace) -> None:
    """End a token."""
    from bole.accounts.actions import end_token
    from bole.kit.clock import now

    end_token(ref=options.ref, by=operator(), at=now())
    answer({"ended": options.ref}, as_json=options.json, words=f"Token {options.ref} has ended.")


COMMAND = Command(
    name="token",
    words="make, list and end keys for programs",
    declare=declare,
    run=run,
    more="A program sends it as `Authorization: Bearer …`. Only a hash is kept; who has the text has the rights.",
)
