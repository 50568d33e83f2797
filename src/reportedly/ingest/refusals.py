"""What looks like an article and is none: consent pages, teasers, walls, errors.

Judged on the result of the extraction. An article *about* cookies or subscriptions passes:
only where such sentences are a large part of the text is it set aside.
"""

from __future__ import annotations

import re

from reportedly.errors import ParseError
from reportedly.ingest.draft import Draft

TEASER_WORDS = 200
"""A text behind a paywall is longer than this only where the page gives all of it."""

SHORTEST_PAGE = 20
"""Words; a page with fewer has a caption or a menu for its main text."""

_CONSENT_SHARE = 1 / 3
_CONSENT_SIGNS = 2
_WALL_WORDS = 80

_CONSENT = re.compile(
    r"\b(?:cookies?|we value your privacy|your privacy choices|privacy (?:policy|settings|notice)"
    r"|we and our (?:\w+ )?partners|(?:store|storing) and/or access|legitimate interests?"
    r"|withdraw (?:your )?consent|(?:manage|give|your) consent|consent to"
    r"|personali[sz]ed (?:ads|advertising|content)|(?:accept|reject|agree to) all"
    r"|before you continue|wir und unsere partner|datenschutz\w*|einwilligung"
    r"|nos partenaires|tout accepter|accepter et continuer|protección de datos"
    r"|aceptar (?:todo|y continuar)|nuestros socios)\b",
    re.IGNORECASE,
)
_PAYWALL = re.compile(
    r"\b(?:subscribe (?:now )?to (?:continue|keep|read|unlock)|to continue reading"
    r"|continue reading (?:this article )?with|sign (?:in|up) to (?:continue|keep) reading"
    r"|log ?in to (?:continue|keep) reading|(?:only|exclusively|reserved) (?:for|to) subscribers"
    r"|(?:article|story|content) is (?:only )?(?:available )?(?:for|to) (?:\w+ )?subscribers"
    r"|subscribers? only|unlock (?:this|the) (?:article|story)|read the full (?:article|story) with"
    r"|to read the full (?:article|story)|you have reached your (?:\w+ )?limit"
    r"|réservé (?:à nos|aux) abonnés|weiterlesen mit|para (?:seguir|continuar) leyendo"
    r"|только для подписчиков|лише для передплатників)(?!\w)",
    re.IGNORECASE,
)
_WALL = re.compile(
    r"\b(?:(?:enable|turn on|activate) javascript|javascript (?:is|to be) (?:disabled|required"
    r"|enabled|turned off)|requires javascript|checking your browser|verify(?:ing)? (?:that )?you"
    r" are(?: a)? human|are you a robot|not a robot"
    r"|unusual traffic|complete the captcha|access denied"
    r"|you have been blocked|just a moment)\b",
    re.IGNORECASE,
)
_ERROR = re.compile(
    r"\b(?:page (?:was |could )?not (?:be )?found|error 404|404 (?:error|not found)|not found"
    r"|page (?:no longer exists|does(?:n't| not) exist)|internal server error|bad gateway"
    r"|service unavailable|seite nicht gefunden|page introuvable)\b|^(?:404|50[023])\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…\n]+")
_LOOKED_AT = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_TELLING_WORDS = 25
_SMALL_SHARE = 0.12
"""Of running English text, a third to a half are such words; of other languages, a few."""
_SMALL_WORDS = frozenset(
    """the of and to in a is that for on was with as by at from it be are has have had were been
    an or this which who will not but said would after their its his her they he she""".split()
)


def check(draft: Draft, address: str) -> None:
    """Let an article pass.

    Raises:
        ParseError: it is none; `reason` says what it is instead.
    """
    words = len(draft.text.split())
    if draft.page and words < _WALL_WORDS:
        _check_walls(draft, address)
    if not any(letter.isalpha() for letter in draft.text):
        raise _refused(address, "empty", "holds no text", "Check that it is the right file")
    if _is_consent(draft.text):
        raise _refused(address, "consent", "is a page that asks for consent", _SAVE)
    if _is_teaser(draft, words):
        raise _refused(address, "paywall", "gives only a teaser before a paywall", _SUBSCRIBED)
    if _is_other_language(draft.text):
        raise _refused(address, "language", "is not in English", _ENGLISH_ONLY)
    if draft.page and words < SHORTEST_PAGE:
        raise _refused(address, "too_short", f"gives only {words} words of main text", _SAVE)


_SAVE = "Save the article itself from your browser and give that file"
_ENGLISH_ONLY = "Only English can be read so far; give an English version of it"
_SUBSCRIBED = "If you subscribe, save the whole article from your browser and give that file"


def _check_walls(draft: Draft, address: str) -> None:
    """Refuse a page that has next to no text, by what else it shows."""
    seen = f"{draft.title}\n{draft.text}\n{draft.around[:_LOOKED_AT]}"
    if _ERROR.search(draft.title) or _ERROR.search(draft.text):
        raise _refused(address, "error_page", "is an error page", "Check the address")
    if _WALL.search(seen):
        raise _refused(address, "blocked", "shows a wall for programs instead of text", _SAVE)
    if _is_consent(draft.around[:_LOOKED_AT]):
        raise _refused(address, "consent", "is a page that asks for consent", _SAVE)
    if _PAYWALL.search(seen):
        raise _refused(address, "paywall", "gives only a teaser before a paywall", _SUBSCRIBED)


def _is_consent(text: str) -> bool:
    """Return whether a large part of the sentences, at least two, speak of consent."""
    sentences = [s for s in _SENTENCE_END.split(text[:_LOOKED_AT]) if len(s.split()) > 1]
    hits = sum(1 for sentence in sentences if _CONSENT.search(sentence))
    kinds = {hit.lower() for hit in _CONSENT.findall(text[:_LOOKED_AT])}
    return min(hits, len(kinds)) >= _CONSENT_SIGNS and hits >= len(sentences) * _CONSENT_SHARE


def _is_other_language(text: str) -> bool:
    """Return whether a text of some length has next to none of the small words of English."""
    found = [word.lower() for word in _WORD.findall(text[:_LOOKED_AT])]
    if len(found) < _TELLING_WORDS:
        return False
    return sum(word in _SMALL_WORDS for word in found) < len(found) * _SMALL_SHARE


def _is_teaser(draft: Draft, words: int) -> bool:
    if words >= TEASER_WORDS:
        half = draft.free is False and draft.words is not None and words < draft.words / 2
        return half and words < 2 * TEASER_WORDS
    return draft.free is False or bool(_PAYWALL.search(draft.text))


def _refused(address: str, reason: str, what: str, then: str) -> ParseError:
    return ParseError(f"{address} {what}. {then}.", address, reason)
