"""Pages of the connections: how they are, how to connect a tool, what came and what became of it."""
