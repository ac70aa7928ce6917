"""Accounts, and tokens for programs."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from bole.kit.fields import RefField


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
