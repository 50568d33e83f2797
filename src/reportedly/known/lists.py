"""The lists as they stand in YAML, read into entries."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reportedly.errors import InvalidValueError
from reportedly.known.entries import Entry, Group, Item, Outlet, Owner, Place

DATA = Path(__file__).parent / "data"
KINDS: dict[str, tuple[str, type[Entry]]] = {
    "outlets": ("outlet", Outlet),
    "owners": ("owner", Owner),
    "equipment": ("item", Item),
    "groups": ("group", Group),
    "places": ("place", Place),
}
"""Each section of a list: the word before its keys, and what its entries become."""

_BESIDE = {"defaults", "offices", "countries", "events", "rules", "surroundings"}
_KEYED = {"owner": "owner", "parent": "owner", "of": "item"}
_LISTS = {"aliases", "guarded", "context", "domains", "names", "people"}
_FLAGS = ("ambiguous", "owner_sure", "sure")
_COUNTRIES = ("country", "origin")
_ALPHA_3 = re.compile(r"[A-Z]{3}")

E = TypeVar("E", bound=Entry)


@cache
def documents(path: Path) -> tuple[dict[str, Any], ...]:
    """Return the YAML documents of a file, each a mapping of sections.

    Raises:
        InvalidValueError: the file is no YAML of that form; the message names it.
    """
    import yaml  # noqa: PLC0415 - `import reportedly` must stay cheap

    try:
        with path.open(encoding="utf-8") as stream:
            found = tuple(d for d in yaml.load_all(stream, yaml.CSafeLoader) if d is not None)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise InvalidValueError(f"{path} is not YAML: {error}") from error
    except OSError as error:
        raise InvalidValueError(f"{path} cannot be read: {error.strerror}") from error
    known = {*KINDS, *_BESIDE}
    for document in found:
        if not isinstance(document, dict):
            raise InvalidValueError(f"{path}: expected sections such as 'outlets:', not a list.")
        if unknown := {str(section) for section in document} - known:
            raise InvalidValueError(
                f"{path}: unknown section {min(unknown)!r}. Use one of {sorted(known)}."
            )
    return found


def entries(path: Path, section: str, kind: type[E]) -> Iterator[E]:
    """Yield the entries of one section of a file, in their order.

    Raises:
        InvalidValueError: an entry is malformed; the message names the file and the entry.
    """
    for document in documents(path):
        body = document.get(section) or {}
        defaults = document.get("defaults") or {}
        if not isinstance(body, dict) or not isinstance(defaults, dict):
            raise InvalidValueError(f"{path}: '{section}' must map a slug to its fields.")
        for slug, fields in body.items():
            where = f"{path}, {section}, entry '{slug}'"
            yield _entry(where, _key(KINDS[section][0], str(slug)), kind, defaults, fields)


def country_names(path: Path) -> dict[str, dict[str, Any]]:
    """Return what a file says of countries, by their ISO 3166-1 alpha-3 codes.

    A list of the user's may add states under codes that ISO leaves free (XAA to XZZ).

    Raises:
        InvalidValueError: a code or a name is malformed; the message names the file.
    """
    import pycountry  # noqa: PLC0415 - a slow import that few commands need

    found: dict[str, dict[str, Any]] = {}
    for document in documents(path):
        for code, fields in (document.get("countries") or {}).items():
            where = f"{path}, countries, entry '{code}'"
            if not isinstance(code, str) or not _ALPHA_3.fullmatch(code):
                raise InvalidValueError(f"{where}: give an ISO 3166-1 alpha-3 code such as UKR.")
            if not isinstance(fields, dict):
                raise InvalidValueError(f"{where}: expected fields such as 'name: ...'.")
            for field, value in fields.items():
                if why := _fault(field, value):
                    raise InvalidValueError(f"{where}: {why}")
            if "name" not in fields and not pycountry.countries.get(alpha_3=code):
                raise InvalidValueError(f"{where}: it needs a name.")
            found[code] = fields
    return found


def files(address: Path) -> tuple[Path, ...]:
    """Return the list files at an address: itself, or those of the folder in name order.

    Raises:
        InvalidValueError: there is nothing, or the folder holds no list.
    """
    if address.is_file():
        return (address,)
    found = sorted(p for p in address.glob("*") if p.suffix in {".yaml", ".yml"})
    if not found:
        raise InvalidValueError(f"{address} holds no list. Give a .yaml file or a folder of them.")
    return tuple(found)


def _entry(where: str, key: str, kind: type[E], defaults: Mapping[str, Any], own: object) -> E:
    if not isinstance(own, dict):
        raise InvalidValueError(f"{where}: expected fields such as 'name: ...'.")
    allowed = {f.name for f in dataclasses.fields(kind)} - {"key", "registered"}
    if unknown := {str(field) for field in own} - allowed:
        raise InvalidValueError(
            f"{where}: unknown field {min(unknown)!r}. Use some of {sorted(allowed)}."
        )
    fields = {k: v for k, v in defaults.items() if k in allowed} | own
    for field, value in fields.items():
        if why := _fault(field, value):
            raise InvalidValueError(f"{where}: {why}")
    if not fields.get("name"):
        raise InvalidValueError(f"{where}: it needs a name.")
    for field in _LISTS & fields.keys():
        fields[field] = tuple(fields[field])
    for field, prefix in _KEYED.items():
        if value := fields.get(field):
            fields[field] = (
                f"gov:{fields.get('country')}" if value == "state" else _key(prefix, value)
            )
    return kind(key=key, **fields)


def _key(prefix: str, slug: str) -> str:
    return slug if ":" in slug else f"{prefix}:{slug}"


def _fault(field: str, value: object) -> str | None:
    """Return what is wrong with one field of an entry, or None."""
    if field in _LISTS:
        fits = isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)
        return None if fits else f"'{field}' must be a list of words in brackets, as in [WSJ]."
    if field in _FLAGS:
        return None if isinstance(value, bool) else f"'{field}' must be true or false."
    if field == "owner_as_of":
        return None if isinstance(value, int) else "'owner_as_of' must be a year, as in 2024."
    if not isinstance(value, str) or not value.strip():
        return f"'{field}' must be a word (put it in quotes)."
    if field in _COUNTRIES and not _ALPHA_3.fullmatch(value):
        return f"'{field}' must be an ISO 3166-1 alpha-3 code such as UKR, not {value!r}."
    if field == "zone" and not _is_zone(value):
        return f"{value!r} is not a time zone. Use an IANA name such as Europe/Kyiv."
    return None


@cache
def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
