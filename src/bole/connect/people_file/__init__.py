"""The people file: Excel or CSV from another system, checked row by row, taken as a whole or not at all, and proved."""
