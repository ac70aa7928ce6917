"""Addresses of the room."""

from django.urls import URLPattern, path

from bole.mentoring.views import admission, admission_applications, admission_rules

urlpatterns: list[URLPattern] = [
    # admission
    path("mentoring/become/", admission.become, name="become_mentor"),
    path("mentoring/become/answer/", admission.answer, name="answer_invitation"),
    path("mentoring/become/apply/", admission.apply, name="apply_to_mentor"),
    path("mentoring/become/settings/", admission.settings, name="mentor_settings"),
    path("mentoring/become/withdraw/", admission.withdraw, name="withdraw_application"),
    path("company/mentoring/applications/", admission_applications.applications, name="mentor_applications"),
    path("company/mentoring/applications/<slug:ref>/", admission_applications.application, name="mentor_application"),
    path("company/mentoring/applications/<slug:ref>/admit/", admission_applications.admit, name="admit_mentor"),
    path("company/mentoring/applications/<slug:ref>/return/", admission_applications.give_back, name="return_application"),
    path("company/mentoring/applications/<slug:ref>/waive/", admission_applications.waive, name="waive_admission"),
    path("company/mentoring/invite/<str:number>/", admission_applications.invite, name="invite_mentor"),
    path("company/mentoring/rules/", admission_rules.rules, name="mentor_rules"),
    path("company/mentoring/rules/new/", admission_rules.new, name="new_rule_set"),
    path("company/mentoring/rules/presets/<slug:code>/", admission_rules.preset, name="rule_preset"),
    path("company/mentoring/rules/<slug:ref>/", admission_rules.rule_set, name="rule_set"),
    path("company/mentoring/rules/<slug:ref>/force/", admission_rules.force, name="force_rules"),
    path("company/mentoring/rules/<slug:ref>/try/", admission_rules.trial, name="rules_trial"),
]
