"""What the pages of work data say, in the reader's language."""
