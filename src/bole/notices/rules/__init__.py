"""The arithmetic of notices: when a message may go out, by which way, how often, and when it is tried again. Plain Python."""
