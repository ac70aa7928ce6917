"""Addresses of the people file."""

from django.urls import path

from bole.connect.people_file import views

urlpatterns = [
    path("", views.files, name="people_files"),
    path("send/", views.send, name="people_file_send"),
    path("example.xlsx", views.example, name="people_file_example"),
    path("<slug:ref>/", views.file, name="people_file"),
    path("<slug:ref>/columns/", views.columns, name="people_file_columns"),
    path("<slug:ref>/take/", views.take_it, name="people_file_take"),
    path("<slug:ref>/drop/", views.drop, name="people_file_drop"),
]
