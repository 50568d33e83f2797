"""Doors to heavy models: loaded on first call, always passed in as arguments."""

from reportedly.models.attributions import Relation
from reportedly.models.choosing import embedder, reader
from reportedly.models.hearing import Heard, Model
from reportedly.models.negation import Negated
from reportedly.models.parse import CLOSERS, Parse, Sentence, Token, parser

__all__ = [
    "CLOSERS",
    "Heard",
    "Model",
    "Negated",
    "Parse",
    "Relation",
    "Sentence",
    "Token",
    "embedder",
    "parser",
    "reader",
]
