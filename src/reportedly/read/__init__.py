"""Document -> Statements: who says what, through whom, how surely, when, about whom."""

from reportedly.read.reader import read

__all__ = ["read"]
