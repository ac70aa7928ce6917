"""The command `bole`: each command reads its words, makes one call, and answers in plain text or JSON."""
