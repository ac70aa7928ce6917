"""Addresses of the room."""

from django.urls import path

from bole.growth.views import courses, exams, keeping, keeping_exams, keeping_papers, own, papers

urlpatterns = [
    path("growth/", own.growth, name="growth"),
    path("growth/skills/", own.state_skill, name="state_skill"),
    path("growth/people/<str:number>/", own.person_growth, name="person_growth"),
    path("growth/people/<str:number>/confirm/", own.confirm_skill, name="confirm_skill"),
    path("growth/courses/", courses.courses, name="growth_courses"),
    path("growth/courses/<slug:code>/", courses.course, name="growth_course"),
    path("growth/courses/<slug:code>/take/", courses.take_course, name="take_course"),
    path("growth/courses/<slug:code>/<slug:ref>/", courses.step, name="growth_step"),
    path("growth/courses/<slug:code>/<slug:ref>/done/", courses.step_done, name="step_done"),
    path("growth/exams/<slug:code>/", exams.exam, name="growth_exam"),
    path("growth/exams/<slug:code>/begin/", exams.begin, name="begin_exam"),
    path("growth/attempts/<slug:ref>/", exams.attempt, name="growth_attempt"),
    path("growth/attempts/<slug:ref>/answer/", exams.answer, name="answer_question"),
    path("growth/attempts/<slug:ref>/send/", exams.send, name="send_attempt"),
    path("growth/certificates/<slug:ref>.pdf", papers.certificate_pdf, name="certificate_pdf"),
    path("verify/", papers.verify_any, name="verify_any"),
    path("verify/<str:code>/", papers.verify, name="verify"),
    path("company/growth/", keeping.growth, name="kept_growth"),
    path("company/growth/presets/", keeping.presets, name="growth_presets"),
    path("company/growth/skills/", keeping.skills, name="kept_skills"),
    path("company/growth/skills/new/", keeping.new_skill, name="new_skill"),
    path("company/growth/skills/<slug:code>/", keeping.skill, name="kept_skill"),
    path("company/growth/courses/new/", keeping.new_course, name="new_course"),
    path("company/growth/courses/<slug:code>/", keeping.course, name="kept_course"),
    path("company/growth/courses/<slug:code>/new/", keeping.new_step, name="new_step"),
    path("company/growth/courses/<slug:code>/<slug:ref>/", keeping.step, name="kept_step"),
    path("company/growth/exams/new/", keeping_exams.new_exam, name="new_exam"),
    path("company/growth/exams/<slug:code>/", keeping_exams.exam, name="kept_exam"),
    path("company/growth/exams/<slug:code>/rules/", keeping_exams.rules, name="exam_rules"),
    path("company/growth/exams/<slug:code>/new/", keeping_exams.new_question, name="new_question"),
    path("company/growth/exams/<slug:code>/<slug:ref>/", keeping_exams.question, name="kept_question"),
    path("company/growth/exams/<slug:code>/<slug:ref>/drop/", keeping_exams.drop, name="drop_question"),
    path("company/growth/certificates/", keeping_papers.certificates, name="kept_certificates"),
    path("company/growth/certificates/new/", keeping_papers.grant, name="grant_certificate"),
    path("company/growth/certificates/<slug:ref>/", keeping_papers.certificate, name="kept_certificate"),
]
