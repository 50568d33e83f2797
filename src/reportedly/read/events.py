"""What is said to happen: the act, its class and code, its slots, and how far it has gone."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.models import Sentence, Token
from reportedly.read.acts import Act, act_of, action_type, event_words
from reportedly.read.naming import Naming
from reportedly.read.phases import phase_of
from reportedly.read.placed import Placed
from reportedly.read.plover import coded
from reportedly.read.quantities import quantity
from reportedly.read.slots import Filling, Slots
from reportedly.values.statement import Event
from reportedly.values.when import When


def read_event(naming: Naming, head: int, content: Sequence[int], when: When | None) -> Event:
    """Return the event of a clause, with the slots that the clause fills.

    Args:
        naming: names the phrases of the sentence.
        head: position of the clause's predicate.
        content: positions of the clause's words.
        when: when the event is said to take place.
    """
    placed, sentence = naming.placed, naming.placed.sentence
    act = act_of(sentence, head)
    slots = Filling(naming, act, content).slots()
    action = _action(sentence, act)
    counted = quantity(sentence, content, slots.heads)
    phase = "done" if _in_headline(placed, act) else phase_of(sentence, act)
    kind = _type(sentence, action, slots)
    code = coded(sentence, act, action, kind, phase)
    return Event(
        action=action,
        head=placed.over([head]) or placed.span,
        type=kind,
        plover=code.category,
        mode=code.mode,
        who=tuple(slots.who),
        what=tuple(slots.what),
        to_whom=tuple(slots.to_whom),
        quantity=counted.value,
        unit=counted.unit,
        quantity_raw=counted.raw,
        place=tuple(slots.place),
        phase=phase,
        when=when,
    )


def _action(sentence: Sentence, act: Act) -> str:
    """Return the lemma of the act: that of the noun where the verb says little."""
    return sentence.tokens[act.verb if act.noun is None else act.noun].lemma


def _type(sentence: Sentence, action: str, slots: Slots) -> str | None:
    """Return the class of an act; whoever sends troops moves them."""
    kind = action_type(action.lower())
    sent = {sentence.tokens[head].lemma for head in slots.heads[:1]}
    return "movement" if kind == "delivery" and sent & event_words("troops") else kind


def _in_headline(placed: Placed, act: Act) -> bool:
    """Tell whether a headline tells in the present of what has happened ("Drone hits port")."""
    action: Token = placed.sentence.tokens[act.verb]
    headline = placed.paragraph == 0 and placed.sentence.tokens[-1].text not in {".", "!", "?"}
    return headline and action.tag in {"VBZ", "VBP"} and action.lemma not in event_words("light")
