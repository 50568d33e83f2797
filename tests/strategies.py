"""Hypothesis strategies for every record, so that laws can be tried on any of them.

Texts hold any characters, half surrogate pairs and NUL among them.
"""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st

from reportedly.values.claim import (
    Alert,
    Claim,
    Evidence,
    Judgement,
    LedgerEntry,
    Link,
    Reason,
    Standing,
)
from reportedly.values.document import Document, Problem
from reportedly.values.statement import (
    Actor,
    Attribution,
    Certainty,
    Event,
    Likelihood,
    Marker,
    Mention,
    Statement,
    Timed,
    certainty,
)
from reportedly.values.when import Span, When

moments = st.datetimes(
    min_value=datetime(1990, 1, 1),  # noqa: DTZ001  # hypothesis wants naive bounds
    max_value=datetime(2040, 1, 1),  # noqa: DTZ001  # as above
    timezones=st.just(UTC),
)
ids = st.text("0123456789abcdef", min_size=32, max_size=32)
texts = st.text(st.characters(), max_size=20)
numbers = st.floats(-1e9, 1e9)
shares = st.floats(0, 1)


def _few(items: st.SearchStrategy, most: int = 2) -> st.SearchStrategy:
    return st.lists(items, max_size=most).map(tuple)


spans = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 999), st.integers(0, 99)
)
starts = st.one_of(
    st.none(), st.dates().map(lambda day: day.isoformat()), moments.map(datetime.isoformat)
)
whens = st.builds(
    When,
    raw=texts,
    value=texts,
    start=starts,
    end=starts,
    type=st.sampled_from(["DATE", "TIME", "DURATION", "SET"]),
    basis=st.sampled_from(["stated", "inferred", "published", "seen"]),
    span=st.none() | spans,
    zone=st.none() | texts,
    zone_from=st.none() | texts,
)
documents = st.builds(
    Document,
    id=ids,
    url=texts,
    outlet=texts,
    title=texts,
    text=texts,
    lang=st.sampled_from(["en", "uk"]),
    claimed_published=st.none() | whens,
    claimed_updated=st.none() | whens,
    first_seen=moments,
    content_changed=st.none() | moments,
    captured_in=texts,
)
problems = st.builds(
    Problem,
    id=ids,
    address=texts,
    reason=texts,
    message=texts,
    at=moments,
    payload=st.none() | texts,
    hints=_few(st.tuples(texts, texts)),
    solved=st.none() | moments,
)
factualities = st.sampled_from(["CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "CTu", "Uu"])
markers = st.builds(
    Marker, kind=st.sampled_from(["modal", "negation", "question"]), text=texts, span=spans
)
likelihoods = st.builds(Likelihood, word=texts, scale=texts, lo=numbers, hi=numbers)
certainties: st.SearchStrategy[Certainty] = st.builds(
    certainty, factualities, _few(markers), st.none() | likelihoods
)
actors = st.builds(
    Actor,
    name=texts,
    kind=st.sampled_from(["named_person", "media_outlet", "unnamed_official", "unattributed"]),
    key=st.none() | texts,
    affiliation=st.none() | texts,
    number=st.sampled_from(["one", "plural", "unknown"]),
    title=st.none() | texts,
    at=st.none() | spans,
)
attributions = st.builds(
    Attribution,
    actor=actors,
    role=st.sampled_from(["origin", "relay", "publisher"]),
    cue=texts,
    mode=st.sampled_from(["direct", "indirect", "mixed", "narration", "speech_act"]),
    certainty=st.none() | certainties,
    when=st.none() | whens,
    named_at=st.none() | spans,
    cue_at=st.none() | spans,
)
mentions = st.builds(
    Mention,
    span=spans,
    name=texts,
    kind=st.sampled_from(["person", "organisation", "place", "equipment", "event"]),
    key=st.none() | texts,
)
events = st.builds(
    Event,
    action=texts,
    head=spans,
    type=st.none() | texts,
    who=_few(mentions),
    what=_few(mentions),
    to_whom=_few(mentions),
    quantity=st.none() | numbers,
    unit=st.none() | texts,
    quantity_raw=st.none() | texts,
    place=_few(mentions),
    phase=st.sampled_from(["considered", "planned", "under_way", "done", "ended"]),
    when=st.none() | whens,
)
timeds = st.builds(
    Timed, when=whens, role=st.sampled_from(["event", "utterance", "report", "embedded"])
)
statements = st.builds(
    Statement,
    id=ids,
    document=ids,
    content=_few(spans),
    text=texts,
    chain=st.lists(attributions, min_size=1, max_size=3).map(tuple),
    narrator=certainties,
    times=_few(timeds, 1),
    mentions=_few(mentions, 1),
    event=st.none() | events,
    embedded=_few(events, 1),
    status_effect=st.none() | st.sampled_from(["confirms", "denies", "retracts"]),
    background=st.booleans(),
    confidence=shares,
    read_by=texts,
)
links = st.builds(
    Link,
    left=ids,
    right=ids,
    relation=st.sampled_from(["same", "denies", "variant", "about", "copies"]),
    score=shares,
    because=_few(st.tuples(texts, numbers)),
    judged_by=texts,
    at=moments,
)
stances = st.sampled_from(["supports", "denies", "comment"])
claims = st.builds(
    Claim, id=ids, gist=texts, statements=_few(ids), about=_few(st.tuples(ids, stances))
)
evidence = st.builds(
    Evidence,
    statement=ids,
    stance=stances,
    by=texts,
    party=st.none() | st.booleans(),
    competent=st.none() | st.booleans(),
    published=moments,
    seen=moments,
)
reasons = st.builds(Reason, text=texts, statements=_few(ids))
standings = st.builds(
    Standing,
    claim=ids,
    published_by=st.none() | moments,
    seen_by=st.none() | moments,
    status=st.sampled_from(["unconfirmed", "denied", "confirmed"]),
    lo=st.integers(0, 9),
    hi=st.integers(0, 9),
    cut=_few(texts),
    behind=_few(texts),
    flags=_few(st.sampled_from(["single_source", "echo"])),
    paths=_few(_few(texts)),
    evidence=_few(evidence, 1),
    reasons=_few(reasons, 1),
    by=_few(texts),
)
judgements = st.builds(
    Judgement,
    about=ids,
    field=texts,
    value=texts,
    verdict=st.sampled_from(["accepted", "corrected", "rejected"]),
    reason=texts,
    by=texts,
    at=moments,
    undoes=st.none() | ids,
    parts=_few(_few(ids)),
)
alerts = st.builds(Alert, rule=texts, before=st.none() | standings, after=standings)
entries = st.builds(
    LedgerEntry,
    seq=st.integers(1, 10**6),
    at=moments,
    what=texts,
    records=_few(ids),
    previous=ids,
    hash=ids,
)
records = st.one_of(documents, problems, statements, links, claims, standings, judgements, alerts)
"""Any record that can be added to a store."""
