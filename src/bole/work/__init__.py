"""Work: what outside tools know of people's work. Items, the facts they stand for, measures, daily readings, and whose account is whose."""
