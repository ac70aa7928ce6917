"""Freshdesk: tickets, when they were answered and when they were solved."""
