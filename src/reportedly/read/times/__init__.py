"""Times in a text: found by a grammar, resolved from left to right."""

from reportedly.read.times.find import find

__all__ = ["find"]
