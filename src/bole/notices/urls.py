"""Addresses of the room."""

from django.urls import path

from bole.notices.views import channels, lists, settings

urlpatterns = [
    path("notices/", lists.notices, name="notices"),
    path("notices/read/", lists.read_all, name="read_all_notices"),
    path("notices/unread/", lists.undo_all, name="undo_read_all"),
    path("notices/settings/", settings.settings, name="notice_settings"),
    path("notices/devices/", settings.add, name="add_device"),
    path("notices/devices/<slug:ref>/remove/", settings.remove, name="remove_device"),
    path("notices/devices/<slug:ref>/test/", settings.test, name="test_device"),
    path("notices/stand-in/", settings.stand_in, name="stand_in"),
    path("notices/stand-in/<slug:ref>/end/", settings.end_stand_in, name="end_stand_in"),
    path("notices/<slug:ref>/", lists.notice, name="notice"),
    path("notices/<slug:ref>/read/", lists.read, name="read_notice"),
    path("notices/<slug:ref>/unread/", lists.unread, name="unread_notice"),
    path("company/channels/", channels.channels, name="channels"),
    path("company/channels/mail/", channels.save_mail, name="save_mail_channel"),
    path("company/channels/robots/", channels.save_robot, name="save_robot_channel"),
    path("company/channels/<slug:ref>/remove/", channels.remove, name="remove_channel"),
    path("company/channels/again/<slug:ref>/", channels.again, name="send_again"),
]
