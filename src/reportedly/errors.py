"""The errors of `reportedly`, each with a message that says what to do.

ReportedlyError
├── SourceError           something outside could not be turned into an article
│   ├── FetchError        .url could not be fetched
│   └── ParseError        it was fetched, but is no article; .reason is one word
├── InvalidValueError     an argument or a record holds what it may not
├── MissingModelError     a language component is not installed
├── MissingPackageError   a package that only one command needs is not installed
└── StoreError            what is kept could not be read or written
    └── NotFoundError     no record, or more than one, answers to an id
"""

from __future__ import annotations


class ReportedlyError(Exception):
    """The base of every error that `reportedly` raises on purpose."""


class SourceError(ReportedlyError):
    """Something outside could not be turned into an article."""


class FetchError(SourceError):
    """An address could not be fetched."""

    def __init__(self, message: str, url: str) -> None:
        super().__init__(message)
        self.url = url


class ParseError(SourceError):
    """Something was read, but is no article; `reason` is one word for the list of problems."""

    def __init__(self, message: str, address: str, reason: str) -> None:
        super().__init__(message)
        self.address = address
        self.reason = reason


class InvalidValueError(ReportedlyError, ValueError):
    """An argument or a record holds a value that it may not hold."""


class MissingModelError(ReportedlyError):
    """A language component is not installed; the message says what to install."""


class MissingPackageError(ReportedlyError):
    """A package that only some of it needs is not installed; the message says which."""


class StoreError(ReportedlyError):
    """What is kept could not be read or written."""


class NotFoundError(StoreError):
    """No record answers to an id, or more than one does."""
