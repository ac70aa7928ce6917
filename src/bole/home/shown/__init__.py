"""What pages show: results of queries as rows of words, in the reader's language."""
