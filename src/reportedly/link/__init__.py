"""Statements become links, and links become claims: which texts are copies, what is one claim."""
