"""Measures: predictions beside gold -> figures."""
