"""Doors to heavy models: loaded on first call, always passed in as arguments."""

from reportedly.models.parse import CLOSERS, Parse, Sentence, Token, parser

__all__ = ["CLOSERS", "Parse", "Sentence", "Token", "parser"]
