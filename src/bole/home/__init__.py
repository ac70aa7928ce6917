"""Home: the app that people open. Personal home, pages about a person or a unit, search."""
