"""Ports for programs that a test starts."""

import random
import socket


def free_pair() -> int:
    """Return a port that is free, and so is the next."""
    for port in random.SystemRandom().sample(range(18_000, 30_000, 2), 200):
        with socket.socket() as one, socket.socket() as other:
            if one.connect_ex(("127.0.0.1", port)) and other.connect_ex(("127.0.0.1", port + 1)):
                return port
    raise AssertionError("no free ports")
