"""Logs: one JSON line each, never a value."""

import json
import logging
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
            line["stack"] = self.formatException(record.exc_info).splitlines()[-6:]
        return json.dumps(line, ensure_ascii=False)
