"""The rules of work data: values in, values out."""
