"""What may be remembered for recommendations, and for how long.

Nothing else gets in: a source that is not named here is not noted. Pay, health, private notes and what is said in mentoring are none of
them, and no room that holds them may call `note_behaviour` (a test looks at who does).
"""

WHAT_IS_NOTED = ("opened", "finished", "searched", "wrote_about")
KEPT_DAYS = 365
