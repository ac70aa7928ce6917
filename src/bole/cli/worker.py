"""`bole worker`: one more worker, for an installation on PostgreSQL."""

from argparse import Namespace

from bole.cli.command import Command, declare_data, make_ready, take_place


def run(options: Namespace) -> int:
    """Work until a signal ends it."""
    take_place(options)
    make_ready()
    from bole.config.timetable import set_timetable
    from bole.kit.worker import run as work

    set_timetable()
    work()
    return 0


COMMAND = Command(
    name="worker",
    words="start a worker alone, without a door",
    declare=declare_data,
    run=run,
    more="`bole serve` starts one by itself. On PostgreSQL any number of them share the work.",
)
