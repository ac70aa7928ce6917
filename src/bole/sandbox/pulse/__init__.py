"""The pulse: a process of its own that knows an address and some secrets, and sends signed hooks so that the demo lives."""
