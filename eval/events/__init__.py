"""Clauses of news with the slots of their events."""
