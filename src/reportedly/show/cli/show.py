"""`reportedly show`: how a claim stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import click

from reportedly.desk import Dossier
from reportedly.desk.passage import passage
from reportedly.desk.trace import Hop
from reportedly.show import tree
from reportedly.show.cli.options import desk_option, dials, json_option, open_desk
from reportedly.show.cli.screen import emit, line, note, show
from reportedly.show.marked import marked
from reportedly.show.words import (
    FLAGS,
    answer,
    decided,
    listed,
    moment,
    origins,
    published,
    rated,
    short,
    sureness,
    voices,
)
from reportedly.values.claim import Standing
from reportedly.values.statement import Statement
from reportedly.values.wire import to_wire


@click.command(
    epilog="""\b
Example:
  reportedly show 3f2a91bc
  reportedly show 3f2a91bc --published-by 2023-11-02
"""
)
@click.argument("claim")
@dials
@desk_option
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    claim: str,
    *,
    published_by: datetime | None,
    seen_by: datetime | None,
    as_json: bool,
) -> None:
    """Show how a claim stands: status, origins, chains, sentences, history.

    The number of independent origins is given as bounds, with the voices through whom
    everything passes.
    """
    desk = open_desk(ctx)
    dossier = desk.claim(claim, published_by=published_by, seen_by=seen_by)
    history = desk.history(dossier)
    if as_json:
        emit(_plain(dossier, history))
        return
    if superseded := _superseded(claim, dossier):
        note(superseded)
    if published_by:
        note("As published by then, with the grouping of today.")
    _print(dossier, desk.trace(dossier), history)


def _superseded(asked: str, dossier: Dossier) -> str:
    """Return the words that lead on from an id that no longer stands for a claim."""
    wanted = asked.strip().lower()
    if dossier.id.startswith(wanted) or any(s.id.startswith(wanted) for s in dossier.statements):
        return ""
    merged = [m for m in dossier.moves if any(v.startswith(wanted) for v in m.value.split())]
    why = f" ({decided(merged[-1])})" if merged else ""
    return f"{short(wanted)} has become part of {short(dossier.id)}{why}."


def _print(dossier: Dossier, hops: Sequence[Hop], history: Sequence[Standing]) -> None:
    line(answer(dossier), "bold")
    line()
    show(tree.tree(f"{short(dossier.id)}  {dossier.gist}", hops))
    _print_origins(dossier)
    _part("Why it stands so", [_reason(dossier, number) for number in range(_reasons(dossier))])
    _part("Denied by", voices(dossier.standing, "denies"))
    _print_sentences("Sentences", dossier, dossier.statements)
    _print_sentences("About it", dossier, [said for said, _ in dossier.about])
    _part("Rated", [rated(one) for one in dossier.ratings])
    by_hand = [one for one in dossier.decided if one not in dossier.ratings]
    _part("Judged by people", [decided(one) for one in by_hand])
    _part("Merged and split", [decided(one) for one in dossier.moves if one.by_machine])
    _part("History, as the world published it", [_step(standing) for standing in history])


def _print_origins(dossier: Dossier) -> None:
    standing = dossier.standing
    line()
    cut = listed(standing.cut) if standing.cut else "nobody that is named"
    behind = f"; behind it: {listed(standing.behind)}" if standing.behind else ""
    line(f"Origins: N = [{standing.lo}, {standing.hi}], cut: {cut}{behind}")
    if standing.flags:
        line("Flags: " + "; ".join(FLAGS[flag] for flag in standing.flags))


def _reasons(dossier: Dossier) -> int:
    return len(dossier.standing.reasons)


def _reason(dossier: Dossier, number: int) -> str:
    reason = dossier.standing.reasons[number]
    ids = f" [{', '.join(short(i) for i in reason.statements)}]" if reason.statements else ""
    return reason.text + ids


def _part(heading: str, items: Sequence[str]) -> None:
    if items:
        line()
        line(heading + ":", "bold")
        for item in items:
            line(item, indent=2)


def _print_sentences(heading: str, dossier: Dossier, statements: Sequence[Statement]) -> None:
    if not statements:
        return
    line()
    line(heading + ":", "bold")
    for said in statements:
        source = dossier.documents[said.document]
        stance = dossier.stance(said.id).replace("_", " ")
        who = f"{source.outlet or 'An unnamed outlet'}, {published(source)}"
        line(f"{short(said.id)}  {who}: {stance}; {sureness(said.certainty)}", indent=2)
        show(marked(passage(source, said)), indent=12)


def _step(standing: Standing) -> str:
    when = moment(standing.published_by) if standing.published_by else "now"
    by = f" by {listed(standing.by)}" if standing.by else ""
    return f"{when}  {standing.status}{by}, {origins(standing)}"


def _plain(dossier: Dossier, history: Sequence[Standing]) -> dict[str, object]:
    return {
        **to_wire(dossier.claim),
        "standing": to_wire(dossier.standing),
        "outlets": list(dossier.outlets),
        "chains": list(dossier.chains),
        "reports": [to_wire(said) for said in dossier.statements],
        "beside": [{**to_wire(said), "stance": stance} for said, stance in dossier.about],
        "judgements": [{"id": j.id, **to_wire(j)} for j in dossier.judgements],
        "history": [to_wire(standing) for standing in history],
    }
