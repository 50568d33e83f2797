"""Made-up reports in the words of news."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from random import Random

from stories.world import Outlet, Report, Story, Voice

Phrases = Mapping[str, Sequence[str]]

SHORTEST_UNSOURCED = 75
"""Words that a report without a source has at least, well over what makes it a stub."""

_BARE = frozenset({"Reuters", "CNN", "Agence France-Presse"})
_CAPITAL = re.compile(r"\^([“\"]?)(\w)")
_HEADS = {"deny": "head_deny", "confirm": "head_confirm", "admit": "head_confirm"}
_HEADS |= dict.fromkeys(("retract", "correct"), "head_retract")


class Teller:
    """Puts the reports of one story into words, none of them twice.

    Attributes:
        texts: the texts so far, in the order of the reports.
    """

    def __init__(
        self, story: Story, phrases: Phrases, names: Mapping[str, list[str]], chance: Random
    ) -> None:
        self._story = story
        self._phrases = phrases
        self._chance = chance
        self._names = names
        self._waiting: dict[str, list[str]] = {}
        self._pools = {
            **phrases,
            "generic": names["generic"],
            "details": story.said["details"],
            "around": story.said["around"],
        }
        self.texts: list[str] = []
        for report in story.reports:
            self.texts.append(self._text(report))

    def _next(self, pool: str) -> str:
        """Return one out of a pool; each comes up before any comes up again."""
        if not self._waiting.get(pool):
            given = list(self._pools[pool])
            self._waiting[pool] = self._chance.sample(given, len(given))
        return self._waiting[pool].pop()

    def _text(self, report: Report) -> str:
        """Return the text of a report, headline first."""
        body = self._copied(report) if report.copies is not None else self._body(report)
        return "\n\n".join([self._headline(report), *body]) + "\n"

    def _copied(self, report: Report) -> list[str]:
        """Return the paragraphs of a copy: those of its original, what it adds, the credit."""
        place = report.copies or 0
        original = self._story.reports[place]
        _, *body = self.texts[place].strip().split("\n\n")
        own = [
            self._filled(self._next("told"), report, voice=chain[-1])
            for chain in report.chains
            if isinstance(chain[-1], Voice)
        ]
        credit = [self._filled(self._next("credit"), report, cited=original.outlet)]
        local = [" ".join(self._besides(short=True))] if self._chance.random() < 0.3 else []  # noqa: PLR2004
        return [*body, *own, *local, *(credit if report.credited else [])]

    def _body(self, report: Report) -> list[str]:
        short = len(self._story.reports) > 12 or report.form == "stub"  # noqa: PLR2004
        paragraphs = [self._lede(report)]
        more = report.form == "told" and report.voice is not None
        if more and self._chance.random() < 0.75:  # noqa: PLR2004
            paragraphs.append(self._filled(self._next("again"), report, voice=report.voice))
        if report.form != "stub":
            paragraphs.append(" ".join(self._besides(short=short)))
        if not short and self._chance.random() < 0.2:  # noqa: PLR2004
            paragraphs.append(self._next("frame"))
        while report.form == "unsourced" and _words(paragraphs) < SHORTEST_UNSOURCED:
            paragraphs.append(" ".join(self._besides(short=False)))
        return paragraphs

    def _lede(self, report: Report) -> str:
        """Return what a report says of the claim, each of its voices in a sentence."""
        pool = "unsourced" if report.form == "stub" else report.form
        if not report.chains:
            return self._filled(self._next(pool), report)
        said = []
        for chain in report.chains:
            end = chain[-1]
            voice = end if isinstance(end, Voice) else None
            cited = next((step for step in chain if isinstance(step, Outlet)), None)
            speaker = chain[0] if isinstance(chain[0], Voice) and len(chain) > 1 else None
            template = self._next(pool)
            while "{doing}" in template and voice is not None and voice.knows:
                template = self._next(pool)
            if report.form == "echo":
                said.append(self._filled(template, report, voice=speaker))
            else:
                said.append(self._filled(template, report, voice, cited, speaker))
        return " ".join(said)

    def _besides(self, *, short: bool) -> Iterator[str]:
        """Yield sentences on other matters."""
        names = self._names["places"]
        if not short and self._chance.random() < 0.6:  # noqa: PLR2004
            yield self._next("around")
        for _ in range(1 if short else self._chance.choice([1, 2, 2, 3])):
            yield self._next("generic").format(
                place=self._chance.choice(names), k=self._chance.randrange(4, 29)
            )

    def _headline(self, report: Report) -> str:
        voice = report.voice
        cited = next((s for chain in report.chains for s in chain if isinstance(s, Outlet)), None)
        pool = _HEADS.get(report.form, "heads")
        if report.form == "told" and voice is not None and self._chance.random() < 0.4:  # noqa: PLR2004
            pool = "head_voice"
        if report.form == "relay" and self._chance.random() < 0.4:  # noqa: PLR2004
            pool = "head_outlet"
        template = self._next(pool)
        while report.stance != "supports" and "{head}" in template:
            template = self._next(pool)
        return self._filled(template, report, voice, cited)

    def _filled(
        self,
        template: str,
        report: Report,
        voice: Voice | None = None,
        cited: Outlet | None = None,
        speaker: Voice | None = None,
    ) -> str:
        """Return a template with its words, its capitals set and its commas mended."""
        facts = self._story.situation
        other = self._chance.random() < 0.35  # noqa: PLR2004
        words = {
            **facts,
            "done": facts["alt"] if other else f"{facts['who']} {facts['did']}",
            "hadclause": facts["alt_had"] if other else f"{facts['who']} {facts['had']}",
            "day": report.at.strftime("%A"),
            "O": _called(report.outlet),
            "Y": _called(cited) if cited else speaker.full if speaker else "",
            "W": cited.name if cited else "",
        }
        if "{D}" in template:
            words["D"] = self._next("details")
        if "{E}" in template:
            words["E"] = self._next("details")
        if voice is not None:
            words |= {"V": voice.full, "S": voice.short, "P": voice.pronoun, "R": voice.role}
            words["says"] = "say" if voice.plural else "says"
        made = _CAPITAL.sub(lambda hit: hit[1] + hit[2].upper(), template.format(**words))
        return made.replace(",,", ",").replace(",.", ".").replace(",”,", ",”")


def _called(outlet: Outlet) -> str:
    """Return how a text speaks of an outlet."""
    bare = outlet.name in _BARE or not outlet.known
    return outlet.name if bare else f"the {outlet.name}"


def _words(paragraphs: Sequence[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs)
