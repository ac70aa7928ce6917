"""Accounts, and tokens for programs."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from bole.kit.fields import RefField
from bole.vault.fields import Sealed


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by what people type."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        """Return the account of a login, whatever its case."""
        return self.get(login__iexact=username or "")


class Account(AbstractBaseUser):
    """What signs in. Its person, if it has one, points to it."""

    ref = RefField(db_comment="C0")
    login = models.CharField(max_length=64, unique=True, db_comment="C1")
    password = models.CharField(max_length=128, db_comment="C4")
    last_login = models.DateTimeField(null=True, db_comment="C1")
    name = models.CharField(max_length=120, db_comment="C1")
    is_active = models.BooleanField(default=True, db_comment="C0")
    session_epoch = models.PositiveIntegerField(default=0, db_comment="C0")
    first_page_seen_at = models.DateTimeField(null=True, db_comment="C0")
    made_at = models.DateTimeField(db_comment="C0")

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = AccountManager()

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    def has_perm(self, _name: str, _thing: object = None) -> bool:
        """Django's own permissions are not used."""
        return False


class Token(models.Model):
    """A program's key: shown once, kept as a hash, for one connection or a few scopes, with an end."""

    ref = RefField(db_comment="C0")
    name = models.CharField(max_length=120, db_comment="C1")
    hash = models.CharField(max_length=64, unique=True, db_comment="C4")
    hint = models.CharField(max_length=8, db_comment="C0")
    scopes = models.JSONField(default=list, db_comment="C0")
    connection_ref = models.CharField(max_length=12, default="", db_comment="C0")
    networks = models.JSONField(default=list, db_comment="C1")
    made_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    made_at = models.DateTimeField(db_comment="C0")
    expires_at = models.DateTimeField(db_comment="C0")
    ended_at = models.DateTimeField(null=True, db_comment="C0")
    used_at = models.DateTimeField(null=True, db_comment="C0")


class SignInProvider(models.Model):
    """How we stand with WeCom, DingTalk or Feishu. A system admin writes it, an HR admin opens it; what is changed is shut again."""

    code = models.CharField(max_length=12, unique=True, db_comment="C0")
    corp_id = models.CharField(max_length=80, default="", db_comment="C1")
    app_id = models.CharField(max_length=80, default="", db_comment="C1")
    agent_id = models.CharField(max_length=80, default="", db_comment="C1")
    secret = Sealed(default="", db_comment="C4")
    addresses = models.JSONField(default=dict, db_comment="C1")  # of its servers, by their names
    runs_directory = models.BooleanField(default=False, db_comment="C0")
    is_on = models.BooleanField(default=False, db_comment="C0")
    version = models.PositiveIntegerField(default=1, db_comment="C0")
    changed_at = models.DateTimeField(db_comment="C0")
    changed_by = models.CharField(max_length=120, db_comment="C1")
    written_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+", db_comment="C1")


class ProviderUser(models.Model):
    """Which account a user of a provider signs in to, and who said so."""

    ref = RefField(db_comment="C0")
    provider = models.CharField(max_length=12, db_comment="C0")
    user_id = models.CharField(max_length=120, db_comment="C1")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    is_by_directory = models.BooleanField(default=False, db_comment="C0")
    made_at = models.DateTimeField(db_comment="C0")
    made_by = models.CharField(max_length=120, db_comment="C1")
    ended_at = models.DateTimeField(null=True, db_comment="C0")

    class Meta:
        """A user of a provider is one account, and an account one user."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["provider", "user_id"], condition=models.Q(ended_at=None), name="one_account_a_provider_user"),
            models.UniqueConstraint(fields=["provider", "account"], condition=models.Q(ended_at=None), name="one_provider_user_an_account"),
        ]


class ScanTicket(models.Model):
    """A desk that asks to be signed in by a phone: for two minutes, for one phone, once."""

    ref = RefField(db_comment="C0")
    pair = models.CharField(max_length=2, db_comment="C0")  # two digits that both screens show
    device = models.CharField(max_length=60, db_comment="C1")
    address = models.CharField(max_length=45, db_comment="C1")
    made_at = models.DateTimeField(db_comment="C0")
    confirmed_by = models.ForeignKey(Account, null=True, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    confirmed_at = models.DateTimeField(null=True, db_comment="C0")
    refused_at = models.DateTimeField(null=True, db_comment="C0")
    used_at = models.DateTimeField(null=True, db_comment="C0")
