"""What is measured: ours beside its physical limit, in turn, in one run."""
