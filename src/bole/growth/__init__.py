"""Growth: skills with levels and evidence, courses, exams, certificates, and what is still missing for a next step."""
