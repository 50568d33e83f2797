"""What a fetch brings back, and the door that stages fetch through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Fetched:
    """One answer from the network.

    Attributes:
        url: the address that answered, after redirects.
        headers: names in lower case.
        body: bytes after any content coding was undone.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


class Fetch(Protocol):
    """Something that fetches an address; it is passed to whoever needs the network."""

    def __call__(self, url: str, /) -> Fetched:
        """Return what the address answers.

        Raises:
            FetchError: it may not be fetched, or could not be.
        """
        ...
