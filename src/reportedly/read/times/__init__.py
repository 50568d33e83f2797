"""Times in a text: found by a grammar, resolved from left to right."""

from reportedly.read.times.document import find

__all__ = ["find"]
