"""The arithmetic of scoring: values in, values out. `docs/domain/scoring.md` says in prose what it does and why."""
