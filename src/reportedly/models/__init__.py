"""Doors to heavy models: loaded on first call, always passed in as arguments."""

from reportedly.models.attributions import Relation
from reportedly.models.choosing import reader
from reportedly.models.hearing import Heard, Model
from reportedly.models.parse import CLOSERS, Parse, Sentence, Token, parser

__all__ = [
    "CLOSERS",
    "Heard",
    "Model",
    "Parse",
    "Relation",
    "Sentence",
    "Token",
    "parser",
    "reader",
]
