"""Addresses of the room."""

from django.urls import path

from bole.signals.views import alerts, changes, diagnoses, proposals, series, signs, sources, watching

app_name = "signals"
urlpatterns = [
    path("alerts/", alerts.alerts, name="alerts"),
    path("alerts/<slug:ref>/", alerts.alert, name="alert"),
    path("alerts/<slug:ref>/part/", alerts.part, name="alert_part"),
    path("alerts/<slug:ref>/step/<slug:kind>/", alerts.step, name="alert_step"),
    path("alerts/<slug:ref>/snooze/", alerts.put_aside, name="snooze_alert"),
    path("alerts/<slug:ref>/not-a-problem/", alerts.dismiss, name="dismiss_alert"),
    path("alerts/<slug:ref>/take-back/", alerts.take_back, name="take_back_alert"),
    path("alerts/<slug:ref>/useful/", alerts.useful, name="useful_alert"),
    path("alerts/<slug:ref>/target/", proposals.propose, name="propose_target"),
    path("targets/proposals/<slug:ref>/", proposals.proposal, name="target_proposal"),
    path("targets/proposals/<slug:ref>/check/", proposals.check, name="check_proposal"),
    path("changes/", changes.changes, name="changes"),
    path("changes/what-is-watched/", changes.watched, name="watched"),
    path("changes/<slug:ref>/", changes.change, name="change"),
    path("changes/<slug:ref>/part/", changes.part, name="change_part"),
    path("changes/<slug:ref>/context/", changes.add, name="add_context"),
    path("company/watch/", watching.watch, name="watch"),
    path("company/watch/<slug:code>/", watching.change, name="set_watch"),
    path("company/sources/", sources.silent, name="silent_sources"),
    path("company/series/", series.all_series, name="series"),
    path("company/series/give/", series.give, name="give_value"),
    path("company/series/file/", series.file, name="series_file"),
    path("company/series/<slug:ref>/", series.series, name="one_series"),
    path("company/series/<slug:ref>/withdraw/", series.withdraw, name="withdraw_value"),
    path("company/signs/", signs.signs, name="signs"),
    path("company/signs/<slug:ref>/", signs.decide, name="decide_sign"),
    path("company/targets/foresight/", signs.foresight, name="foresight"),
    path("diagnoses/", diagnoses.diagnoses, name="diagnoses"),
    path("diagnoses/months/", diagnoses.months, name="missed_months"),
    path("diagnoses/<slug:ref>/", diagnoses.diagnosis, name="diagnosis"),
    path("diagnoses/<slug:ref>/decide/", diagnoses.decide, name="decide"),
    path("diagnoses/<slug:ref>/check/", diagnoses.check, name="check"),
    path("diagnoses/<slug:ref>/evidence/<slug:kind>/", diagnoses.evidence, name="evidence"),
    path("diagnoses/<slug:ref>/evidence/<slug:kind>/<slug:month>/", diagnoses.evidence_month, name="evidence_month"),
]
