"""`bole score`: score everybody again, see what waits, close a period. What one person's score is, is not shown on a terminal."""

from argparse import ArgumentParser, Namespace

from bole.cli.command import Command, answer, declare_data, declare_json, make_ready, operator, take_place


def declare(reader: ArgumentParser) -> None:
    """Read what is wanted: again, waiting, close."""
    wanted = reader.add_subparsers(title="what", metavar="WHAT", required=True)
    wanted.add_parser("again", help="score everybody again for the open periods, and wait until it is done").set_defaults(do=_again)
    wanted.add_parser("waiting", help="say how many scores wait to be computed, and which periods are closed").set_defaults(do=_waiting)
    close = wanted.add_parser("close", help="close a period that is over: its scores are frozen")
    close.add_argument("period", metavar="PERIOD", help="a month (2026-11), a quarter (2026-Q4), a half (2026-H2) or a year (2026)")
    close.set_defaults(do=_close)
    for one in wanted.choices.values():
        declare_data(one)
        declare_json(one)


def run(options: Namespace) -> int:
    """Do what is wanted."""
    take_place(options)
    make_ready()
    options.do(options)
    return 0


def _again(options: Namespace) -> None:
    """Put everybody into the queue and work it off."""
    from bole.kit.clock import now
    from bole.scoring.actions import score_due
    from bole.scoring.jobs import score_everybody

    note, scored = score_everybody(now()), 0
    while done := score_due(now()):
        scored += done
    answer({"note": note, "scored": scored}, as_json=options.json, words=f"{note}; {scored} scores computed.")


def _waiting(options: Namespace) -> None:
    """Say what waits and what is closed."""
    from bole.scoring.queries.progress import closed_period_codes, scores_waiting

    waiting, closed = scores_waiting(), closed_period_codes()
    words = f"{waiting} scores wait. Closed: {', '.join(closed) or 'no period yet'}."
    answer({"waiting": waiting, "closed": closed}, as_json=options.json, words=words)


def _close(options: Namespace) -> None:
    """Close the period for everybody."""
    from bole.kit.clock import now
    from bole.scoring.actions import close_period
    from bole.values.period import Period

    period = Period.parse(options.period)
    closing = close_period(period=period, by=operator(), at=now())
    words = f"{period.code} is closed: the scores of {closing.people} people are frozen."
    answer({"period": period.code, "people": closing.people}, as_json=options.json, words=words)


COMMAND = Command(
    name="score",
    words="score everybody again, see what waits, close a period",
    declare=declare,
    run=run,
    more="The worker scores by itself, moments after a fact; this is for after a repair, and for closing by hand.",
)
