"""Kit: Django with our habits, none of the field's words. Actions, announcements, pages and their parts, the clock, strict JSON."""
