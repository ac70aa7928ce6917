"""Addresses of sign-in and security."""

from allauth.account import views as door
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.urls import path

from bole.accounts import views
from bole.accounts.views import refusing

urlpatterns = [
    path("sign-in/", refusing(door.login), name="account_login"),
    path("sign-in/second/", refusing(mfa.authenticate), name="mfa_authenticate"),
    path("sign-in/again/", refusing(door.reauthenticate), name="account_reauthenticate"),
    path("sign-in/again/second/", refusing(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("sign-in/none/", views.no_signup, name="account_signup"),
    path("sign-in/forgotten/", views.forgotten, name="account_reset_password"),
    path("sign-out/", door.logout, name="account_logout"),
    path("me/password/", refusing(door.password_change), name="account_change_password"),
    path("me/password/set/", refusing(door.password_set), name="account_set_password"),
    path("me/second-factor/", mfa.index, name="mfa_index"),
    path("me/second-factor/on/", refusing(totp.activate_totp), name="mfa_activate_totp"),
    path("me/second-factor/off/", refusing(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("me/second-factor/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("me/second-factor/codes/new/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("me/second-factor/codes/file/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("me/sessions/end/", views.end_all_sessions, name="end_sessions"),
    path("me/first-page/", views.first_page, name="first_page"),
]
