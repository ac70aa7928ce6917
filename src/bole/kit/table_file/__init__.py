"""A table that somebody uploads, as Excel or CSV: looked at unopened, then read in a bounded process."""
