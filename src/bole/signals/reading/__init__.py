"""From the tables to the arrays that the detector reads: in chunks, so many queries whatever the number of people."""
