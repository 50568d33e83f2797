"""What the heads of the encoder say, in the order of their outputs."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

NONE = -100
"""A word without a label."""
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
NAMES = ("person", "organisation", "place", "equipment")
WORD_TAGS = {
    tag: index
    for index, tag in enumerate(
        "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS"
        " NNS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX"
        " ``".split()
    )
}
"""Parts of speech of the Penn Treebank."""
DEPENDENCIES = {
    label: index
    for index, label in enumerate(
        "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj"
        " csubj csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj"
        " nsubjpass nummod oprd parataxis pcomp pobj poss preconj predet prep prt punct quantmod"
        " relcl xcomp".split()
    )
}
"""ClearNLP dependency labels."""


def anchor(starts: Sequence[int], ends: Sequence[int], start: int, end: int) -> int | None:
    """Return the encoder's word that stands for a token: the first to begin in it.

    A token that begins within a word and holds no other's beginning has none.

    Args:
        starts: of the words, in order.
        ends: of the words.
        start: of the token.
        end: of the token.
    """
    word = bisect.bisect_left(starts, start)
    return word if word < len(starts) and starts[word] < end and ends[word] > start else None
