"""A trace as a tree for the terminal, as a graph for Graphviz, and as plain data."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from rich.text import Text
from rich.tree import Tree

from reportedly.desk.trace import Hop, edges
from reportedly.show.safe import safe
from reportedly.show.words import KINDS, dated
from reportedly.values.wire import Plain

LONGEST_SENTENCE = 160
STANCES = {
    "supports": "",
    "denies": "denies it",
    "debunks": "debunks it",
    "confirms": "confirms it",
}


def tree(title: str, hops: Sequence[Hop]) -> Tree:
    """Return a trace as a tree, outlet by outlet, with the sentence under each last voice."""
    top = Tree(Text(safe(title), style="bold"))
    for hop in hops:
        _grow(top, hop)
    return top


def _grow(above: Tree, hop: Hop, *, shown: bool = False) -> None:
    """Add a voice and those under it; `shown`: its sentence stands beside it already."""
    branch = above.add(_label(hop))
    own = any(not below.why for below in hop.leans_on)
    for below in hop.leans_on:
        _grow(branch, below, shown=own and bool(below.why))
    if not (hop.leans_on or shown):
        branch.add(Text(f"“{safe(_cut(hop.sentence))}”", style="dim italic"))


def _label(hop: Hop) -> Text:
    words = Text()
    if hop.cue:
        cue = f"{safe(hop.cue)}: " if any(map(str.isalpha, hop.cue)) else ""
        words.append(f"<- {cue}", style="cyan")
    words.append(safe(hop.name), style="bold")
    notes = [KINDS[hop.kind]] if hop.kind != "media_outlet" else []
    notes += [dated(hop.published)] if hop.published and (not hop.cue or hop.why) else []
    notes += [_reason(hop)] if hop.why else []
    notes += ["cited, not held"] if hop.held is False else []
    stance = STANCES.get(hop.stance, hop.stance.replace("_", " "))
    notes += [stance] if stance and not hop.leans_on else []
    if notes:
        words.append(f" ({safe(', '.join(notes))})", style="dim")
    return words


def _reason(hop: Hop) -> str:
    shown = (f"{weight:.0%}" if name == "same text" else name for name, weight in hop.why)
    return ", ".join(shown)


def _cut(sentence: str) -> str:
    flat = " ".join(sentence.split())
    return flat if len(flat) <= LONGEST_SENTENCE else flat[: LONGEST_SENTENCE - 1] + "…"


def dot(title: str, hops: Sequence[Hop]) -> str:
    """Return a trace in the language of Graphviz; who is cited but not held is dashed."""
    lines = ["digraph trace {", f"  label={_quoted(title)};", "  rankdir=LR;"]
    pairs = edges(hops)
    voices = {hop.name: hop for hop in (*hops, *(below for _, below in pairs))}
    for name, hop in sorted(voices.items()):
        shape = "box" if hop.kind == "media_outlet" else "ellipse"
        style = ", style=dashed" if hop.held is False else ""
        lines.append(f"  {_quoted(name)} [shape={shape}{style}];")
    drawn = dict.fromkeys((above.name, below.name, below.cue) for above, below in pairs)
    lines += [f"  {_quoted(a)} -> {_quoted(b)} [label={_quoted(cue)}];" for a, b, cue in drawn]
    return "\n".join([*lines, "}"])


def _quoted(words: str) -> str:
    escaped = safe(words).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def plain(hop: Hop) -> dict[str, Plain]:
    """Return a hop and all under it as plain data."""
    body: dict[str, Plain] = {
        field.name: getattr(hop, field.name)
        for field in dataclasses.fields(hop)
        if field.name not in {"why", "leans_on"}
    }
    body["why"] = [[name, weight] for name, weight in hop.why]
    body["leans_on"] = [plain(below) for below in hop.leans_on]
    return body
