"""Reading the payloads that stand in the shared data."""

import json


def payload_of(shared, vendor, name):
    return json.loads((shared / "data" / "payloads" / f"{vendor}_webhook" / f"{name}.json").read_text(encoding="utf-8"))
