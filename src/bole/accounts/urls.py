"""Addresses of sign-in and security."""

from allauth.account import views as door
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.urls import path

from bole.accounts.views import outside, scanning, security
from bole.accounts.views.security import refusing

urlpatterns = [
    path("sign-in/", outside.sign_in, name="account_login"),
    path("sign-in/second/", refusing(mfa.authenticate), name="mfa_authenticate"),
    path("sign-in/again/", refusing(door.reauthenticate), name="account_reauthenticate"),
    path("sign-in/again/second/", refusing(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("sign-in/with/<str:provider>/", outside.begin, name="begin_outside"),
    path("sign-in/with/<str:provider>/back/", outside.back, name="back_from_outside"),
    path("sign-in/scan/", scanning.scan, name="scan"),
    path("sign-in/scan/take/", scanning.take, name="scan_take"),
    path("me/scan/<str:code>/", scanning.asked, name="scan_asked"),
    path("me/scan/<str:code>/answer/", scanning.answer, name="scan_answer"),
    path("me/phone/", scanning.continue_on_phone, name="continue_on_phone"),
    path("sign-in/none/", security.no_signup, name="account_signup"),
    path("sign-in/forgotten/", security.forgotten, name="account_reset_password"),
    path("sign-out/", door.logout, name="account_logout"),
    path("me/password/", refusing(door.password_change), name="account_change_password"),
    path("me/password/set/", refusing(door.password_set), name="account_set_password"),
    path("me/second-factor/", mfa.index, name="mfa_index"),
    path("me/second-factor/on/", refusing(totp.activate_totp), name="mfa_activate_totp"),
    path("me/second-factor/off/", refusing(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("me/second-factor/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("me/second-factor/codes/new/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("me/second-factor/codes/file/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("me/sessions/end/", security.end_all_sessions, name="end_sessions"),
    path("me/first-page/", security.first_page, name="first_page"),
]
