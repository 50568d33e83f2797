"""An address -> documents and problems: the front of this room.

Whatever goes wrong with one article becomes a Problem, and the next one is read. Only what
concerns the whole request is raised: there is no such file, or a hint cannot be true.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from reportedly.errors import FetchError, InvalidValueError, ParseError, SourceError
from reportedly.ingest.contents import Found, Origin, Run, contents, payload_bytes, set_aside
from reportedly.ingest.fetched import Fetch
from reportedly.ingest.hints import Hints, from_pairs, read_sidecar, sidecar_of
from reportedly.known import Known
from reportedly.values.document import Problem

_PAGE_PARTS = {
    *(".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot"),
    *(".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".bmp"),
    *(".mp3", ".mp4", ".webm", ".ogg", ".wav", ".zip", ".gz", ".sqlite", ".pyc"),
}
"""Files that lie beside articles and are passed over in a folder; named alone, they are told of."""

_ABOUT_THE_FOLDER = ("readme", "license", "licence", "notice", "copying")


def documents(  # noqa: PLR0913  # one address, and all that is said of it
    address: str,
    *,
    known: Known,
    fetch: Fetch,
    now: datetime,
    hints: Hints | None = None,
    stdin: BinaryIO | None = None,
) -> Found:
    """Return the documents at an address, and a problem for each thing set aside.

    Args:
        address: a file, a folder (with those inside it, in order of name), "-" for stdin, or
            one http or https address.
        known: what is known beforehand; outlets are recognised by it.
        fetch: the door to the network; used for a web address only.
        now: when this desk sees it.
        hints: what the articles do not say themselves.
        stdin: what "-" reads.

    Returns:
        In order. An article whose claimed date cannot be true is followed by a problem that
        says so ("date"); its document has no date.

    Raises:
        SourceError: there is no such file, it may not be read, or a folder holds no article.
        InvalidValueError: a hint cannot be true.
    """
    said = (hints or Hints()).checked(now)
    run = Run(known, now)
    if address == "-":
        if stdin is None:
            raise InvalidValueError("There is no standard input to read here. Name a file.")
        return contents(Origin("-", said, keep=True), stdin, run)
    if "://" in address:
        return _fetched(address, said, fetch, run)
    path = _existing(address)
    if not path.is_dir():
        return _file(path, said, run)
    files = tuple(_articles_in(path))
    if not files:
        raise ParseError(
            f"The folder {address} holds no article. "
            "Text, HTML, e-mail (.eml), JSON Lines and CSV are read.",
            address,
            "empty",
        )
    return _files(files, said, run)


def again(problem: Problem, *, known: Known, fetch: Fetch, now: datetime) -> Found:
    """Return what a second try makes of something that was set aside.

    Its payload is used where it has one, else its address. What fails again is a problem
    again, with the same id while its reason is the same.
    """
    hints = from_pairs(problem.hints)
    run = Run(known, now)
    if problem.payload is not None:
        origin = Origin(problem.address, hints, keep=True)
        data = payload_bytes(problem.payload)
        return contents(origin, io.BytesIO(data), run, row="#" in problem.address)
    try:
        return documents(problem.address, known=known, fetch=fetch, now=now, hints=hints)
    except (SourceError, InvalidValueError) as error:
        return iter((set_aside(Origin(problem.address, hints), problem.reason, str(error), run),))


def _existing(address: str) -> Path:
    path = Path(address)
    try:
        path.stat()
    except PermissionError as error:
        raise _forbidden(address) from error
    except (OSError, ValueError) as error:
        raise SourceError(f"There is no file or folder {address}. Check its name.") from error
    if not os.access(path, os.R_OK):
        raise _forbidden(address)
    return path


def _forbidden(address: str | Path) -> SourceError:
    return SourceError(f"{address} may not be read by this user. Change its permissions.")


def _files(files: tuple[Path, ...], hints: Hints, run: Run) -> Found:
    for path in files:
        try:
            yield from _file(path, hints, run)
        except SourceError as error:
            yield set_aside(Origin(str(path), hints), "unreadable", str(error), run)


def _file(path: Path, hints: Hints, run: Run) -> Found:
    """Yield what one file holds, with what its side-car says of it."""
    origin = Origin(str(path), hints, path.suffix.lower())
    try:
        beside = sidecar_of(path)
        if beside:
            said = hints.before(read_sidecar(beside).checked(run.now))
            origin = Origin(origin.address, said, origin.suffix)
    except (ParseError, InvalidValueError) as error:
        yield set_aside(origin, "sidecar", f"The side-car of {path}: {error}", run)
        return
    try:
        with path.open("rb") as stream:
            yield from contents(origin, stream, run)
    except PermissionError as error:
        raise _forbidden(path) from error
    except OSError as error:
        raise SourceError(f"{path} could not be read ({error.strerror}). Try again.") from error


def _fetched(address: str, hints: Hints, fetch: Fetch, run: Run) -> Found:
    try:
        answer = fetch(address)
    except FetchError as error:
        yield set_aside(Origin(address, hints), "fetch", str(error), run)
        return
    kind, _, parameters = answer.headers.get("content-type", "").partition(";")
    declared = parameters.partition("charset=")[2].partition(";")[0].strip(" \"'") or None
    suffix = _SUFFIX_OF_TYPE.get(kind.strip().lower(), "")
    origin = Origin(address, hints, suffix, url=answer.url, declared=declared)
    yield from contents(origin, io.BytesIO(answer.body), run)


_SUFFIX_OF_TYPE = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "message/rfc822": ".eml",
    "text/csv": ".csv",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
}


def _articles_in(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder that may hold articles, in order of name."""
    for parent, folders, names in os.walk(folder):
        present = set(names)
        stems = {Path(name).stem for name in names if not name.endswith(".json")}
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not _is_parts(name, present)
        )
        for name in sorted(names):
            path = Path(parent, name)
            beside = name.endswith(".json") and (
                path.stem in present or path.stem in stems  # a side-car
            )
            if not (beside or _is_passed_over(path)):
                yield path


def _is_parts(folder: str, names: set[str]) -> bool:
    """Return whether a browser put a folder beside a saved page for its parts."""
    page, _, ending = folder.rpartition("_")
    return ending in {"files", "Dateien", "fichiers"} and bool(
        names & {f"{page}.html", f"{page}.htm"}
    )


def _is_passed_over(path: Path) -> bool:
    return (
        path.name.startswith(".")
        or path.suffix.lower() in _PAGE_PARTS
        or path.stem.lower() in _ABOUT_THE_FOLDER
        or not path.is_file()
    )
