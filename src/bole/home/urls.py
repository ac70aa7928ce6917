"""Addresses of the app."""

from django.urls import path

from bole.home.views import company, exports, guide, lineage, me, people, performance, results, scores, start, support, team

urlpatterns = [
    path("", start.start, name="start"),
    path("home/part/<slug:name>/", start.part, name="start_part"),
    path("company/scores.csv", exports.company_csv, name="company_csv"),
    path("team/export.csv", exports.team_csv, name="team_csv"),
    path("company/", company.company, name="company"),
    path("company/scores/", company.scored, name="company_scores"),
    path("first-page/", guide.first_page, name="first_page_again"),
    path("guide/", guide.guide, name="guide"),
    path("manifest.webmanifest", guide.manifest, name="manifest"),
    path("me/", me.me, name="me"),
    path("performance/", performance.performance, name="performance"),
    path("performance/ratings/", performance.ratings, name="own_ratings"),
    path("performance/part/<slug:name>/", performance.part, name="performance_part"),
    path("performance/support/ask/", support.ask, name="ask_for_support"),
    path("performance/support/<slug:ref>/withdraw/", support.withdraw, name="withdraw_support"),
    path("performance/<slug:code>/", lineage.lineage, name="lineage"),
    path("performance/<slug:code>/part/", lineage.lineage_part, name="lineage_part"),
    path("performance/<slug:code>/doubt/", lineage.doubt, name="doubt"),
    path("people/", people.people, name="people"),
    path("people/<str:number>/", people.person, name="person"),
    path("people/<str:number>/score/", scores.score, name="score"),
    path("people/<str:number>/score/part/<slug:name>/", scores.score_part, name="score_part"),
    path("people/<str:number>/score/<slug:code>/", scores.lineage, name="score_lineage"),
    path("people/<str:number>/score/<slug:code>/part/", scores.lineage_part, name="score_lineage_part"),
    path("results/", results.results, name="results"),
    path("results/new/", results.new, name="new_result"),
    path("results/<slug:ref>/", results.result, name="result"),
    path("results/<slug:ref>/files/<slug:file>/", results.file, name="result_file"),
    path("results/<slug:ref>/confirm/", results.confirm, name="confirm_result"),
    path("results/<slug:ref>/return/", results.give_back, name="return_result"),
    path("results/<slug:ref>/withdraw/", results.withdraw, name="withdraw_result"),
    path("search/", people.search, name="search"),
    path("team/", team.team, name="team"),
    path("team/part/<slug:name>/", team.part, name="team_part"),
    path("team/support/<slug:ref>/", team.answer, name="answer_support"),
]
