"""Records in words: the same sentences on every face."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from textwrap import shorten

from reportedly.desk.dossier import Dossier
from reportedly.desk.judging import CREDIBILITY, RELIABILITY
from reportedly.values.claim import Evidence, Flag, Judgement, Standing
from reportedly.values.document import Document
from reportedly.values.statement import Certainty, Factuality, SourceKind, Statement
from reportedly.values.when import When

BRIEF = 160
"""Characters of a claim that a table shows."""

SHOWN = 8
"""Characters of an id that are shown; any unique prefix of six or more is accepted."""

SURENESS: dict[Factuality, str] = {
    "CT+": "certain",
    "PR+": "probable",
    "PS+": "possible",
    "CTu": "said to be known, not how it is",
    "Uu": "passed on without a word on whether it is so",
    "PS-": "possibly not",
    "PR-": "probably not",
    "CT-": "said not to be so",
}
FLAGS: dict[Flag, str] = {
    "no_named_origin": "no named origin",
    "single_source": "single source",
    "possibly_single_source": "possibly a single source",
    "single_gate": "all through one outlet",
    "single_anonymous_origin": "a single anonymous origin",
    "circular": "circular: outlets cite each other, with no origin behind them",
    "circular_with_exit": "outlets cite each other, but an origin stands behind them",
    "echo": "an echo: who seems to confirm it points back to the media",
    "impossible_chronology": "cited before its first known report",
    "self_citation": "an outlet cites itself",
}
KINDS: dict[SourceKind, str] = {
    "named_person": "named person",
    "role_person": "person by role",
    "unnamed_official": "unnamed official",
    "unnamed_person": "unnamed person",
    "unnamed_group": "unnamed group",
    "organisation": "organisation",
    "media_outlet": "outlet",
    "unnamed_media": "unnamed media",
    "document": "document",
    "unattributed": "hearsay without a holder",
}


def short(identity: str) -> str:
    """Return the part of an id that is shown."""
    return identity[:SHOWN]


def brief(text: str) -> str:
    """Return a text in one line that fits a table; the whole is in the JSON.

    >>> brief("Rain fell.")
    'Rain fell.'
    """
    return shorten(text, width=BRIEF, placeholder=" ...")


def counted(number: int, word: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "outlet"), counted(14, "outlet")
    ('1 outlet', '14 outlets')
    """
    return f"{number} {word}" if number == 1 else f"{number:,} {word}s"


def origins(standing: Standing) -> str:
    """Return the number of independent origins in words.

    >>> from reportedly.values.claim import Standing
    >>> origins(Standing("c", None, None, "unconfirmed", 0, 1))
    '0 to 1 origins'
    """
    if standing.lo == standing.hi:
        return "no origin" if standing.hi == 0 else counted(standing.hi, "origin")
    return f"{standing.lo} to {standing.hi} origins"


def answer(dossier: Dossier) -> str:
    """Return the answer block: status, how many outlets, how many origins and which, denials."""
    standing = dossier.standing
    named = standing.by and standing.status != "disputed"  # who denies follows at the end
    by = f" by {listed(_by(standing))}" if named else ""
    sentences = [f"{standing.status.upper()}{by}."]
    sentences.append(
        f"{counted(len(dossier.outlets), 'outlet')}, {origins(standing)}{_which(standing)}."
    )
    denials = voices(standing, "denies")
    if denials and standing.status != "denied":
        sentences.append(f"Denied by {listed(denials)}.")
    return " ".join(sentences)


def _by(standing: Standing) -> tuple[str, ...]:
    """Return who decided the status, with the moment and whether a party, where known."""
    stance = {"denied": "denies", "confirmed": "confirms"}.get(standing.status, "")
    shown = voices(standing, stance)
    told = tuple(v for v in shown if v.rpartition(" (")[0] in standing.by)
    return told if len(told) == len(standing.by) else standing.by


def voices(standing: Standing, stance: str) -> tuple[str, ...]:
    """Return who takes a stance, with the moment and whether a party, in order of publication."""
    items = sorted(
        (e for e in standing.evidence if e.stance == stance), key=lambda e: (e.published, e.by)
    )
    first: dict[str, Evidence] = {}
    for item in items:
        first.setdefault(item.by, item)
    return tuple(
        f"{by} ({'a party, ' if item.party else ''}{moment(item.published)})"
        for by, item in first.items()
    )


def _which(standing: Standing) -> str:
    if not standing.cut:
        return ""
    behind = f"; behind it: {listed(standing.behind)}" if standing.behind else ""
    return f" ({listed(standing.cut)}{behind})"


def listed(names: Sequence[str]) -> str:
    """Return names as a list in words.

    >>> listed(("AP", "BBC", "CNN"))
    'AP, BBC and CNN'
    """
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def moment(instant: datetime) -> str:
    """Return an instant in UTC; midnight is shown as the day alone."""
    utc = instant.astimezone(UTC)
    return f"{utc:%Y-%m-%d}" if (utc.hour, utc.minute) == (0, 0) else f"{utc:%Y-%m-%d %H:%M} UTC"


def published(document: Document) -> str:
    """Return when a document was published, as precisely as it is known."""
    stamp = document.claimed_published
    return dated(stamp.value) if stamp else "no date"


def dated(value: str) -> str:
    """Return an ISO date or date-time as it is read.

    >>> dated("2024-03-04T07:30+00:00"), dated("2024-03-04")
    ('2024-03-04 07:30 UTC', '2024-03-04')
    """
    return value.replace("T", " ").replace("Z", " UTC").replace("+00:00", " UTC")


def sureness(certainty: Certainty) -> str:
    """Return how sure a voice sounds, and the words that show it."""
    shown = ", ".join(dict.fromkeys(f'"{marker.text}"' for marker in certainty.markers))
    phrase = f"{SURENESS[certainty.value]} ({certainty.value})"
    likelihood = certainty.likelihood
    if likelihood:
        phrase += f", {likelihood.lo:g}-{likelihood.hi:g} % by {likelihood.scale}"
    return f"{phrase}: {shown}" if shown else phrase


def decided(judgement: Judgement) -> str:
    """Return a decision in words: by whom, when, of what, and why."""
    field = "" if judgement.field == "record" else f"{judgement.field} "
    value = f" ({brief(judgement.value)})" if judgement.value and not judgement.parts else ""
    what = f"{field}of {short(judgement.about)} {judgement.verdict}{value}"
    if judgement.parts:
        what = f"{judgement.field} of {short(judgement.about)}"
    return f"{judgement.by}, {moment(judgement.at)}: {what}. {judgement.reason}"


def rated(judgement: Judgement) -> str:
    """Return a rating in words: of what, in the Admiralty code, by whom, when and why."""
    grades = RELIABILITY if judgement.field == "rating" else CREDIBILITY
    about = judgement.about if ":" in judgement.about else short(judgement.about)
    meaning = grades.get(judgement.value, "")
    grade = f"{about} {judgement.value} ({meaning})"
    return f"{grade} by {judgement.by}, {moment(judgement.at)}. {judgement.reason}"


def timed(when: When, role: str) -> str:
    """Return a time of a statement in words."""
    resolved = when.value if when.start or when.type in {"DURATION", "SET"} else "unresolved"
    return f'{role} "{when.raw}" = {resolved}'


def mentions(statement: Statement) -> str:
    """Return whom and what a statement speaks about, each once, with its key where known."""
    shown = (f"{m.name} [{m.key}]" if m.key else m.name for m in statement.mentions)
    return ", ".join(dict.fromkeys(shown))
