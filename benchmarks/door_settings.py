"""The product's settings, and one bare view beside it on the same server."""

from bole.config.settings import *  # noqa: F403  (all of them)

ROOT_URLCONF = "benchmarks.door_urls"
