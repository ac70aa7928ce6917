"""What was done, in words: one short sentence for each action. An action without words is shown by its name."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from bole.values.refusal import say

DONE: Mapping[str, str] = {
    "access.grant_role": say("Granted a role"),
    "access.end_role": say("Ended a role"),
    "accounts.open_account": say("Opened an account"),
    "accounts.end_sessions": say("Ended all sessions"),
    "accounts.make_token": say("Made a token"),
    "accounts.end_token": say("Ended a token"),
    "accounts.note_first_page": say("Read the first page"),
    "accounts.renew_password": say("Gave a new first password"),
    "connect.import_people": say("Imported a people file"),
    "connect.export_people": say("Exported people"),
    "connect.export_scores": say("Exported scores"),
    "connect.keep_people_file": say("Uploaded a people file"),
    "connect.take_people_file": say("Took a people file"),
    "connect.drop_people_file": say("Dropped a people file"),
    "people.open_sign_in": say("Opened an account"),
    "people.renew_sign_in": say("Gave a new first password"),
    "people.hire": say("Hired somebody"),
    "people.hire_many": say("Hired several people"),
    "people.welcome_back": say("Welcomed somebody back"),
    "people.take_roster": say("Took a roster"),
    "people.rename_person": say("Renamed a person"),
    "people.change_contact": say("Changed a private contact"),
    "people.rewrite_people": say("Rewrote names and contacts"),
    "people.change_number": say("Changed a staff number"),
    "people.link_account": say("Linked an account"),
    "people.assign": say("Changed a post"),
    "people.assign_many": say("Changed several posts"),
    "people.set_manager": say("Changed a manager"),
    "people.correct_assignment": say("Corrected a post"),
    "people.end_employment": say("Ended an employment"),
    "people.convert_contracts": say("Converted contracts"),
    "people.add_career_event": say("Added a step of a career"),
    "people.add_unit": say("Added a unit"),
    "people.move_unit": say("Moved a unit"),
    "people.set_head": say("Changed the head of a unit"),
    "people.add_family": say("Added a job family"),
    "people.add_grade": say("Added a job grade"),
    "people.add_position": say("Added a position"),
    "score.look": say("Looked at a score"),
    "scoring.save_indicator": say("Changed an indicator"),
    "scoring.save_draft": say("Changed a draft of a model"),
    "scoring.publish_version": say("Published a version of a model"),
    "scoring.use_model": say("Changed which families use a model"),
    "scoring.set_target": say("Set a target"),
    "scoring.close_period": say("Closed a period"),
    "scoring.propose_reopening": say("Proposed a reopening"),
    "scoring.decide_reopening": say("Decided a reopening"),
    "scoring.ask_for_support": say("Asked for support"),
    "scoring.answer_support": say("Answered a request for support"),
    "scoring.withdraw_support": say("Took a request for support back"),
    "work.open_connection": say("Opened a connection"),
    "work.change_connection": say("Changed a connection"),
    "work.renew_secret": say("Renewed a secret"),
    "work.record": say("Took a delivery"),
    "work.refuse_delivery": say("Refused a delivery"),
    "work.map_account": say("Mapped an outside account"),
    "work.unmap_account": say("Took a mapping back"),
    "work.call_nobody": say("Called an account nobody's"),
    "work.raise_objection": say("Raised a data objection"),
    "work.answer_objection": say("Answered a data objection"),
}


def done(what: str) -> str:
    """Return what was done."""
    return _(DONE[what]) if what in DONE else what
