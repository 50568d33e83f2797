"""`reportedly why`: back to the sentences that decided."""

from __future__ import annotations

import click

from reportedly.desk.why import Explanation
from reportedly.show.cli.options import desk_option, json_option, open_desk
from reportedly.show.cli.screen import emit, line, show
from reportedly.show.marked import marked
from reportedly.show.words import short
from reportedly.values.wire import Plain

INDENT = 2
"""Columns by which what an answer rests on is set in."""


@click.command(
    epilog="""\b
Example:
  reportedly why 3f2a91bc
  reportedly why 3f2a91bc.lo
"""
)
@click.argument("identity", metavar="ID[.FIGURE]")
@desk_option
@json_option
@click.pass_context
def command(ctx: click.Context, identity: str, *, as_json: bool) -> None:
    """Explain any record or figure, back to the sentences that decided.

    ID: that of a claim, statement, article, link, judgement or problem; six characters
    are enough. FIGURE: status, lo, hi, cut or flags of a claim.
    """
    explanation = open_desk(ctx).why(identity)
    if as_json:
        emit(_plain(explanation))
    else:
        _print(explanation, 0)


def _print(explanation: Explanation, depth: int) -> None:
    label = f"{explanation.what} {short(explanation.id)}: " if explanation.what != "reason" else ""
    line(f"{label}{explanation.text}", "" if depth else "bold", indent=INDENT * depth)
    inner = INDENT * (depth + 1)
    if explanation.quote:
        show(marked(explanation.quote), indent=inner)
    for name, words in explanation.details:
        line(f"{name}: {words}", indent=inner)
    for below in explanation.because:
        _print(below, depth + 1)


def _plain(explanation: Explanation) -> dict[str, Plain]:
    body: dict[str, Plain] = {
        "id": explanation.id,
        "what": explanation.what,
        "text": explanation.text,
        "details": [[name, words] for name, words in explanation.details],
        "because": [_plain(below) for below in explanation.because],
    }
    quote = explanation.quote
    if quote:
        body["quote"] = {
            "text": quote.text,
            "start": quote.start,
            "marks": [[m.span.start, m.span.end, m.label] for m in quote.marks],
        }
    return body
