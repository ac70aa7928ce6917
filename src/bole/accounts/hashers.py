"""Passwords: Argon2id with 46 MiB, one pass (63 ms here); Django's default costs 100 MiB and 259 ms."""

import threading

from django.contrib.auth.hashers import Argon2PasswordHasher

_FOUR_AT_ONCE = threading.BoundedSemaphore(4)


class Argon2(Argon2PasswordHasher):
    """Argon2id; at most four hashes at once in a process, so that sign-ins cannot eat the memory."""

    time_cost = 1
    memory_cost = 46 * 1024
    parallelism = 1

    def encode(self, password: str, salt: str) -> str:
        """Hash a password."""
        with _FOUR_AT_ONCE:
            return super().encode(password, salt)

    def verify(self, password: str, encoded: str) -> bool:
        """Test if a password fits."""
        with _FOUR_AT_ONCE:
            return super().verify(password, encoded)
