"""Outward faces over the desk; they decide nothing."""
