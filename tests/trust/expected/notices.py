"""Notices, devices, standing in, channels."""

from tests.trust.expected.who import EVERYBODY, SIGNED_IN, Address, all_alike, may, of_company, to

# fmt: off
NOTICES = {
    # Notices, line 26: one's own.
    "notices": Address("/notices/", all_alike(EVERYBODY)),
    "read_all_notices": Address("/notices/read/", post=all_alike(may(*SIGNED_IN))),
    "undo_read_all": Address("/notices/unread/", post=all_alike(may(*SIGNED_IN)), form={"undo": "2026-01-01T00:00:00+00:00"}),
    "notice": Address("/notices/{notice}/", {"li": to("self"), "outside": {}, "ghost": {}}),
    "unread_notice": Address("/notices/{notice}/unread/", post={"li": may("self"), "outside": {}, "ghost": {}}),
    "notice_settings": Address("/notices/settings/", all_alike(EVERYBODY), post=all_alike(may(*SIGNED_IN))),
    "add_device": Address("/notices/devices/", post=all_alike(may(*SIGNED_IN))),
    "remove_device": Address("/notices/devices/{device}/remove/", post={"li": may("self"), "outside": {}, "ghost": {}}),
    "test_device": Address("/notices/devices/{device}/test/", post={"li": may("self"), "outside": {}, "ghost": {}}),
    "stand_in": Address("/notices/stand-in/", all_alike(EVERYBODY), post=all_alike(may(*SIGNED_IN))),
    "end_stand_in": Address(
        "/notices/stand-in/{delegation}/end/", post={"li": may("self", "manager"), "outside": may("colleague"), "ghost": {}},
    ),
    "channels": Address("/company/channels/", all_alike(to("hr_admin", "auditor", "system_admin"))),
    "save_mail_channel": Address(
        "/company/channels/mail/", post=all_alike(may("system_admin", sees=("hr_admin", "auditor"))),
        form={"host": "mail.example.com", "port": "587", "security": "starttls", "sender": "hr@example.com"},
    ),
    "save_robot_channel": Address(
        "/company/channels/robots/", post=all_alike(may("system_admin", sees=("hr_admin", "auditor"))),
        form={"code": "slack", "name": "All hands", "url": "https://hooks.example.com/x"},
    ),
    "remove_channel": Address("/company/channels/{channel}/remove/", post=of_company(may("system_admin", sees=("hr_admin", "auditor")))),
    "send_again": Address("/company/channels/again/{sending}/", post=of_company(may("system_admin", sees=("hr_admin", "auditor")))),
    "read_notice": Address("/notices/{notice}/read/", post={"li": may("self"), "outside": {}, "ghost": {}}),
}
