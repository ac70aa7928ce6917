"""Addresses of the room."""

from django.urls import URLPattern, path

from bole.scoring.views import closings, drafts, indicators, models, targets, years

urlpatterns: list[URLPattern] = [
    path("company/closings/", closings.periods, name="closings"),
    path("company/closings/<slug:code>/", closings.period, name="closing"),
    path("company/closings/<slug:code>/close/", closings.close, name="close_period"),
    path("company/closings/<slug:code>/<str:number>/", closings.person, name="closing_of_person"),
    path("company/closings/<slug:code>/<str:number>/propose/", closings.propose, name="propose_reopening"),
    path("company/indicators/", indicators.indicators, name="indicators"),
    path("company/indicators/new/", indicators.new_indicator, name="new_indicator"),
    path("company/indicators/<slug:code>/", indicators.indicator, name="indicator"),
    path("company/models/", models.models, name="models"),
    path("company/models/new/", models.new_model, name="new_model"),
    path("company/models/<slug:code>/", models.model, name="model"),
    path("company/models/<slug:code>/draft/", drafts.draft, name="draft"),
    path("company/models/<slug:code>/publish/", drafts.publish, name="publish_version"),
    path("company/models/<slug:code>/trial/", drafts.trial, name="trial"),
    path("company/models/<slug:code>/use/", models.use, name="use_model"),
    path("company/reopenings/<slug:ref>/", closings.decide, name="decide_reopening"),
    path("company/targets/", targets.all_targets, name="targets"),
    path("company/targets/new/", targets.new, name="new_target"),
    path("company/year-corrections/<slug:ref>/", years.decide, name="decide_year_correction"),
    path("company/years/", years.years, name="rating_years"),
    path("company/years/file/", years.file, name="ratings_file"),
    path("company/years/take/", years.take, name="take_ratings"),
    path("company/years/<int:year>/", years.year, name="rating_year"),
    path("company/years/<int:year>/close/", years.close, name="close_year"),
    path("company/years/<int:year>/scale/", years.scale, name="rating_scale"),
    path("company/years/<int:year>/<str:number>/", years.person, name="rating_of_person"),
    path("company/years/<int:year>/<str:number>/propose/", years.propose, name="propose_year_correction"),
]
