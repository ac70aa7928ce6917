"""Reads of work data, for a viewer. Days only: nobody is shown the hour of a fact."""

from bole.work.queries.facts import PART_OF, BadCursor, Doubt, FactPage, FactRow, Only, Question, facts_for
from bole.work.queries.objections import ObjectionRow, own_objections, own_record
from bole.work.queries.open_work import Commits, OpenCount, OpenItem, OpenWork, commits_of, open_counts, open_work
from bole.work.queries.own import own_facts
from bole.work.queries.readings import records_of, totals_of
from bole.work.queries.sources import SourceRow, Sources, sources_for
from bole.work.queries.submissions import (
    HandedIn,
    ResultRow,
    draft_files,
    files_handed_in,
    handed_in,
    last_kind,
    own_results,
    result_file,
    result_for,
    results_of,
    results_waiting,
    unconfirmed,
)
from bole.work.topics import work_topic

__all__ = [
    "PART_OF",
    "BadCursor",
    "Commits",
    "Doubt",
    "FactPage",
    "FactRow",
    "HandedIn",
    "ObjectionRow",
    "Only",
    "OpenCount",
    "OpenItem",
    "OpenWork",
    "Question",
    "ResultRow",
    "SourceRow",
    "Sources",
    "commits_of",
    "draft_files",
    "facts_for",
    "files_handed_in",
    "handed_in",
    "last_kind",
    "open_counts",
    "open_work",
    "own_facts",
    "own_objections",
    "own_record",
    "own_results",
    "records_of",
    "result_file",
    "result_for",
    "results_of",
    "results_waiting",
    "sources_for",
    "totals_of",
    "unconfirmed",
    "work_topic",
]
