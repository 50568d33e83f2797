"""What a made-up story consists of: outlets, voices, and who reports what from whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

Sort = Literal["named", "anonymous", "media"]
Stance = Literal[
    "supports", "confirms", "denies", "does_not_confirm", "retracts", "corrects", "debunks"
]


@dataclass(frozen=True)
class Outlet:
    """Who publishes.

    Attributes:
        name: as readers know it; a site without a name is called by its host.
        listed: whether it stands on the reader's own list.
        known: whether any list holds it, the reader's own or the built-in one.
    """

    name: str
    host: str
    listed: bool = True
    known: bool = True


@dataclass(frozen=True)
class Voice:
    """Who says something.

    Attributes:
        name: who it is; two voices of one name are one, but for anonymous ones.
        full, short, pronoun: how an article names it at first and later.
        role: what a headline calls it.
        body: for whom it speaks, where it speaks for somebody.
        apart: what excludes that it is another anonymous voice.
        organised: whether it is an organisation and not a person.
    """

    name: str
    full: str
    short: str
    pronoun: str
    sort: Sort = "named"
    role: str = ""
    body: str = ""
    apart: str = ""
    plural: bool = False
    party: bool = False
    knows: bool = False
    organised: bool = False


Step = Outlet | Voice


@dataclass(frozen=True)
class Report:
    """One article of a story, before it is told in words.

    Attributes:
        form: how it is told; names a list of `phrases.yaml`.
        chains: from whom it has the claim, one chain for each voice, without the outlet.
        copies: the place of the earlier report whose text it repeats.
        credited: whether a copy says whose text it is.
        own_source: whether it has an origin of its own that it does not name.
        saw: whether the outlet's own people were there.
        against: the origin that it shows to be false.
    """

    outlet: Outlet
    at: datetime
    form: str
    stance: Stance = "supports"
    chains: tuple[tuple[Step, ...], ...] = ()
    copies: int | None = None
    credited: bool = False
    own_source: bool = False
    saw: bool = False
    against: Voice | None = None

    @property
    def voice(self) -> Voice | None:
        """The voice nearest the words, of several the first."""
        ends = [chain[-1] for chain in self.chains if chain]
        return next((end for end in ends if isinstance(end, Voice)), None)

    def at_time(self, at: datetime) -> Report:
        """Return the report at another moment."""
        return replace(self, at=at)


@dataclass(frozen=True)
class Story:
    """A made-up story: what happened in it, and who reported it from whom.

    Attributes:
        plot: the kind of story.
        situation: what happens, in the words that it may be told with.
        said: what voices add (details), and what stands beside it (around).
        reports: in order of publication.
    """

    id: str
    plot: str
    situation: Mapping[str, str]
    said: Mapping[str, Sequence[str]]
    reports: tuple[Report, ...]
