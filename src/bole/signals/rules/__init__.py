"""Arithmetic of the room: arrays in, arrays out."""
