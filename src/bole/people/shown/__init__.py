"""What the pages of the room say, in the reader's language."""
