"""What devices and addresses say, as plain values."""
