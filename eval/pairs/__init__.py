"""Pairs of sentences of news, made by construction: another claim, or the same claim."""
