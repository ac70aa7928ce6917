"""Logs: one JSON line each, never a value."""

import json
import logging
import traceback
from datetime import UTC, datetime


class JsonLine(logging.Formatter):
    """Write at, level, what, and the facts that the caller named."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "what": record.getMessage(),
        }
        line |= getattr(record, "facts", {})
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            # Where it happened, never what was said: the words of a database name the values that it refused.
            line["stack"] = [f"{one.filename}:{one.lineno} in {one.name}" for one in traceback.extract_tb(record.exc_info[2])[-6:]]
        return json.dumps(line, ensure_ascii=False)
