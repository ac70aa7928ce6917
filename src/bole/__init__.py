"""Bole 伯乐: an HR system for growing people."""
