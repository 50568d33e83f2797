"""What was found in one place, before anybody decides whether it is an article."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """One candidate article, with what its own page, mail or row says of it.

    Attributes:
        text: main text, its paragraphs kept.
        around: other visible words of the page, which show why there is no article.
        url: where it stands, "" where that is not said.
        domain: the sender's domain of a mail.
        outlet: the publisher by its own words; `rowed` the one that a row's column names.
        published, updated: as written; "" where not said.
        lang: as declared; "" where not said.
        free: whether the page says that it can be read without payment (None: not said).
        headed: whether the title stands over the text, where readers see it.
        words: how many words the page says that the article has.
    """

    text: str
    around: str = ""
    url: str = ""
    domain: str = ""
    title: str = ""
    outlet: str = ""
    rowed: str = ""
    published: str = ""
    updated: str = ""
    lang: str = ""
    free: bool | None = None
    words: int | None = None
    page: bool = False
    headed: bool = False
