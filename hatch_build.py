"""Build the assets into the wheel: styles, scripts and the compiled catalogues of words."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class AssetsHook(BuildHookInterface):
    """Runs `scripts/build_assets.py`, which finds Node on the PATH or in the build environment."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        # An editable install serves the work tree, where `make assets` builds (and sees what is fresh).
        if version == "editable":
            return
        script = Path(self.root) / "scripts" / "build_assets.py"
        runpy.run_path(str(script))["build"](root=Path(self.root))
