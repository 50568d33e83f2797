"""Documents -> readings, here or in several processes, always in the order of the documents."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, partial
from itertools import chain, islice
from pathlib import Path

from reportedly import known as known_room
from reportedly import models
from reportedly.errors import MissingModelError, ReportedlyError
from reportedly.known import Known
from reportedly.read import read
from reportedly.values.document import Document, Problem, problem
from reportedly.values.readers import ReaderName
from reportedly.values.statement import Statement

FEW = 12
"""Up to so many articles are read here: starting a process costs as much as reading them."""

AHEAD = 4
"""Articles that wait for each process, so that none is idle and memory stays small."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and the statements that were read from it, in the order of the text.

    Attributes:
        vectors: what the embedder gives for statements, by id; none where it was not asked for,
            or is not at hand.
    """

    document: Document
    statements: tuple[Statement, ...]
    vectors: Mapping[str, bytes] = field(default_factory=dict)


def read_documents(  # noqa: PLR0913  # what is read, by what, where and when
    articles: Iterable[Document | Problem],
    *,
    lists: Path | None = None,
    reader: ReaderName | None = None,
    embed: bool = False,
    workers: int = 1,
    now: datetime,
) -> Iterator[Reading | Problem]:
    """Yield the reading of each document, in order; problems pass through.

    Args:
        articles: what ingest brings; it is taken in only as fast as it is read.
        lists: the user's own lists, for `known`.
        reader: which model reads; see `models.reader`.
        embed: whether the readings hold vectors, which only linking needs.
        workers: processes that read.
        now: the moment that a problem is dated with.

    Returns:
        For an article whose reading fails, a Problem that says so: the run goes on.

    Raises:
        MissingModelError: a language component is not installed.
    """
    attempt = partial(_attempt, lists=lists, reader=reader, embed=embed, now=now)
    waiting = iter(articles)
    first = list(islice(waiting, FEW + 1)) if workers > 1 else []
    everything = chain(first, waiting)
    if len(first) > FEW:
        yield from _read_in_processes(everything, attempt, workers)
        return
    for article in everything:
        yield article if isinstance(article, Problem) else attempt(article)


def _attempt(
    article: Document, *, lists: Path | None, reader: ReaderName | None, embed: bool, now: datetime
) -> Reading | Problem:
    """Return the reading of a document, or the problem that it made."""
    try:
        found = read(article, known=_known(lists), model=models.reader(reader))
        return Reading(article, found, embedded(found) if embed else {})
    except MissingModelError:
        raise
    except Exception as error:  # noqa: BLE001  # one article must not stop a thousand
        return _unreadable(article, error, now)


def embedded(found: Sequence[Statement]) -> dict[str, bytes]:
    """Return the vectors of statements that can make a claim."""
    embed = models.embedder()
    told = [said for said in found if not said.background]
    if embed is None or not told:
        return {}
    rows = embed([said.text for said in told])
    return {said.id: row.tobytes() for said, row in zip(told, rows, strict=True)}


@cache
def _known(lists: Path | None) -> Known:
    return known_room.load(extra=lists)


def _unreadable(article: Document, error: Exception, now: datetime) -> Problem:
    address = article.captured_in or article.url or "-"
    name = f"'{article.title}' from {address}" if article.title else address
    message = (
        f"{name} could not be read ({type(error).__name__}: {error}). It is kept as it came;"
        " try it again with: reportedly problems --retry"
    )
    stamp = article.claimed_published
    hints = {
        "outlet": article.outlet,
        "url": article.url,
        "title": article.title,
        "published": stamp.value if stamp else "",
        "zone": (stamp.zone or "") if stamp else "",
    }
    said = tuple((name, value) for name, value in hints.items() if value)
    return problem(address, "reading", message, at=now, payload=article.text, hints=said)


def _read_in_processes(
    articles: Iterable[Document | Problem],
    attempt: Callable[[Document], Reading | Problem],
    workers: int,
) -> Iterator[Reading | Problem]:
    # A fresh process each: forking one that holds threads or a store can lock for ever.
    pool = ProcessPoolExecutor(
        workers, mp_context=multiprocessing.get_context("spawn"), initializer=_settle
    )
    queue: deque[Future[Reading | Problem] | Problem] = deque()
    try:
        for article in articles:
            if isinstance(article, Problem):
                queue.append(article)
            else:
                queue.append(pool.submit(attempt, article))
            if len(queue) > workers * AHEAD:
                yield _result(queue.popleft())
        while queue:
            yield _result(queue.popleft())
    except BrokenProcessPool as error:
        raise ReportedlyError(
            "A reading process was ended from outside, perhaps for want of memory. What was"
            " added before is kept; run it again with fewer --workers."
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _result(item: Future[Reading | Problem] | Problem) -> Reading | Problem:
    return item if isinstance(item, Problem) else item.result()


def _settle() -> None:
    """Leave Ctrl-C to the parent, and end with it even if it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)
