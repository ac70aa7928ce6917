"""Two processes, started and ended together; one that dies is started again."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from types import FrameType

FIRST_PAUSE, LONGEST_PAUSE = 0.25, 5.0
STEADY_AFTER = 10.0
GRACE = 6.0
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One process: what it is called, and its command."""

    name: str
    command: tuple[str, ...]


@dataclass(slots=True)
class _Kept:
    """A part while it runs, or waits to be started again."""

    part: Part
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    start_at: float = 0.0
    pause: float = FIRST_PAUSE / 2


@dataclass(slots=True)
class Supervisor:
    """Starts the parts, keeps them alive, ends them together at SIGTERM or SIGINT."""

    parts: Sequence[Part]
    say: Callable[[str], None]
    is_open: Callable[[], bool] = lambda: True
    once_open: Callable[[], None] = lambda: None
    _asked: int = 0
    _kept: list[_Kept] = field(default_factory=list)

    def run(self) -> int:
        """Run until a signal asks to end; return 0 when everything ended."""
        before = {number: signal.signal(number, self._ask) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            self._kept = [_Kept(part) for part in self.parts]
            self._watch()
        finally:
            self._end_all()
            for number, handler in before.items():
                signal.signal(number, handler)
        return 0

    def add(self, part: Part) -> None:
        """Start another part, and keep it as the others."""
        self._kept.append(_Kept(part))

    def end(self) -> None:
        """Ask to end, as a signal would."""
        self._asked = signal.SIGTERM

    def _ask(self, number: int, _frame: FrameType | None) -> None:
        """Remember that someone asked to end."""
        self._asked = number

    def _watch(self) -> None:
        """Start what is due, notice what died, say once that the door is open."""
        is_announced = False
        while not self._asked:
            for kept in self._kept:
                self._tend(kept)
            if not is_announced and self.is_open():
                is_announced = True
                self.once_open()
            time.sleep(0.05)

    def _tend(self, kept: _Kept) -> None:
        """Start the part if it is due; plan its next start if it died."""
        if kept.process is None:
            if time.monotonic() >= kept.start_at:
                kept.process, kept.started = start(kept.part), time.monotonic()
            return
        code = kept.process.poll()
        if code is None:
            return
        _kill_group(kept.process)  # what it had started itself would keep the port
        was_steady = time.monotonic() - kept.started > STEADY_AFTER
        kept.pause = FIRST_PAUSE if was_steady else min(kept.pause * 2, LONGEST_PAUSE)
        kept.process, kept.start_at = None, time.monotonic() + kept.pause
        self.say(f"The {kept.part.name} ended ({_how(code)}). It starts again in {kept.pause:g} s.")

    def _end_all(self) -> None:
        """Ask every part to end; what is still there after the grace is ended by force."""
        alive = [kept.process for kept in self._kept if kept.process is not None]
        for process in alive:
            if process.poll() is None:
                process.terminate()
        deadline = time.monotonic() + GRACE
        for process in alive:
            with suppress(subprocess.TimeoutExpired):
                process.wait(max(deadline - time.monotonic(), 0.05))
            _kill_group(process)
            process.wait()


def start(part: Part, *, output: int | None = None) -> subprocess.Popen[bytes]:
    """Start the part in a group of its own, so that Ctrl-C reaches it only through us."""
    return subprocess.Popen(part.command, stdout=output, start_new_session=True, preexec_fn=_end_with_parent)


def _end_with_parent() -> None:
    """Ask the kernel to end this child if the supervisor itself is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    """End whatever is left of the part's group."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _how(code: int) -> str:
    """Return how a process ended, in words."""
    return f"signal {-code}" if code < 0 else f"exit code {code}"
