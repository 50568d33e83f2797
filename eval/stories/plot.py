"""A story while it is made up: who there is, and who publishes what after whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

from stories.world import Outlet, Report, Stance, Step, Voice

Words = Mapping[str, list[str]]
FIRST_DAY = datetime(2024, 1, 1, 5, tzinfo=UTC)


class Plot:
    """A story while it is made up; each report comes after the one before.

    Attributes:
        situation: what happens, its words filled in.
        reports: the articles so far.
    """

    def __init__(
        self, chance: Random, situation: dict[str, str], party: Mapping[str, str], names: Words
    ) -> None:
        self.chance = chance
        self.situation = situation
        self.reports: list[Report] = []
        self._party = party
        self._names = names
        self._now = FIRST_DAY + timedelta(days=chance.randrange(600), minutes=chance.randrange(600))
        self._papers = self._shuffled([f"{a} {b}" for a, b in self._pairs("outlet")])
        self._sites = self._shuffled([f"{a}-{b}" for a, b in self._pairs("site")])
        self._wires = self._shuffled(names["wires"])
        self._roles = self._shuffled(names[situation["sight"]])
        self._surnames = self._shuffled(names["last"])
        self._abroad = self._shuffled(names["abroad"])

    def _pairs(self, kind: str) -> list[tuple[str, str]]:
        names = self._names
        if kind == "outlet":  # one paper to a town, so that none is taken for another
            return [
                (one, self.chance.choice(names["outlet_last"])) for one in names["outlet_first"]
            ]
        return [(a, b) for a in names["site_first"] for b in names["site_last"]]

    def _shuffled(self, given: list[str]) -> list[str]:
        return self.chance.sample(given, len(given))

    # who publishes

    def paper(self) -> Outlet:
        """Return an outlet that the reader knows; now and then a built-in one."""
        if self._wires and self.chance.random() < 0.2:  # noqa: PLR2004
            return Outlet(self._wires.pop(), "", listed=False)
        name = self._papers.pop()
        return Outlet(name, name.casefold().replace(" ", "-") + ".example")

    def site(self) -> Outlet:
        """Return a site that no list holds."""
        name = self._sites.pop()
        return Outlet(f"{name}.example", f"{name}.example", listed=False, known=False)

    # who speaks

    def person(self, *, body: str = "", role: str = "") -> Voice:
        """Return somebody named, who speaks for nobody but themselves unless a body is given."""
        chance = self.chance
        role = role or self._role()
        she = role.endswith("woman") or (chance.random() < 0.5 and not role.endswith("man"))  # noqa: PLR2004
        last = self._surname()
        name = f"{chance.choice(self._names['first_she' if she else 'first_he'])} {last}"
        article = "an" if role[0] in "aeiou" else "a"
        full = chance.choice([f"{role} {name}", f"{role} {name}", f"{name}, {article} {role},"])
        if body:
            full = f"{role} {name}"
        short = chance.choice([last, last, f"the {role}"]) if not body else last
        return Voice(name, full, short, "she" if she else "he", role=role, body=body)

    def _role(self) -> str:
        self._roles = self._roles or self._shuffled(self._names[self.situation["sight"]])
        return self._roles.pop()

    def _surname(self) -> str:
        """Return a last name that nobody has yet; double ones when the plain ones are used up."""
        if not self._surnames:
            names = self._names["last"]
            self._surnames = [f"{a}-{b}" for a, b in pairwise(names)]
        return self._surnames.pop()

    def nameless(self, *, abroad: bool = False) -> Voice:
        """Return a voice without a name, of a state that excludes others where asked."""
        kind = "unnamed_closed" if abroad else f"unnamed_{self.situation['sight']}"
        words = self.chance.choice(self._names[kind])
        if abroad:
            people = self._abroad.pop()
            article = "an" if people[0] in "AEIO" else "a"
            words = self.chance.choice([f"two {people} officials", f"{article} {people} official"])
            return _nameless(words, apart=people)
        return _nameless(words)

    def party(self) -> Voice:
        """Return who takes part, as a body or by its spokesperson."""
        named, label = self._party["name"], self._party["label"]
        if named != label and self.chance.random() < 0.5:  # noqa: PLR2004
            short = "the ministry" if "ministry" in named else named
            owner, _, name = named.partition(", ")
            full = f"{name}, {owner}," if name else named
            voice = Voice(named, full, short, "it", role=named, body=label, organised=True)
        else:
            voice = self.person(body=label, role=self._party["speaker"])
        return replace(voice, party=True, knows=False)

    def knower(self) -> Voice | None:
        """Return who has jurisdiction and takes no part, where there is somebody."""
        name = self.situation.get("knows.name")
        if name is None:
            return None
        short, label = self.situation["knows.short"], self.situation["knows.label"]
        return Voice(name, name, short, "it", role=name, body=label, knows=True, organised=True)

    def monitor(self) -> Voice:
        """Return an organisation that passes on what others saw."""
        name = self.chance.choice(self._names["monitors"])
        short = "the " + name.split()[-1].casefold()
        return Voice(name, name, short, "it", role=name, body=name, organised=True)

    def media(self) -> Voice:
        """Return the media, of which nobody says which."""
        return Voice("media", "the media", "they", "they", sort="media", plural=True)

    # what is published

    def add(self, report: Report) -> Report:
        """Publish a report a while after the last one."""
        self._now += timedelta(minutes=self.chance.choice([17, 34, 55, 90, 160, 260, 430]))
        self.reports.append(report.at_time(self._now))
        return self.reports[-1]

    def tell(
        self, outlet: Outlet, *voices: Voice, form: str = "told", stance: Stance = "supports"
    ) -> Report:
        """Publish what an outlet has from voices of its own."""
        chains = tuple((voice,) for voice in voices)
        return self.add(Report(outlet, self._now, form, stance, chains))

    def relay(self, outlet: Outlet, *steps: Step) -> Report:
        """Publish what an outlet has from another outlet, with the voice behind it or without."""
        form = "relay" if len(steps) == 1 else "relay_voice"
        return self.add(Report(outlet, self._now, form, chains=(steps,)))

    def copy(self, outlet: Outlet, of: Report, *own: Voice, credited: bool | None = None) -> Report:
        """Publish the text of another report again, perhaps with a voice of one's own added."""
        place = self.reports.index(of)
        credit = self.chance.random() < 0.5 if credited is None else credited  # noqa: PLR2004
        chains = tuple((voice,) for voice in own)
        return self.add(
            Report(outlet, self._now, "copy", chains=chains, copies=place, credited=credit)
        )

    def around(self, original: Report, most: int) -> None:
        """Publish some copies and relays of a report, which add nothing."""
        for _ in range(self.chance.randrange(most + 1)):
            known = self.chance.random() < 0.8  # noqa: PLR2004
            outlet = self.paper() if known else self.site()
            way = self.chance.random()
            if way < 0.4:  # noqa: PLR2004
                self.copy(outlet, original)
            elif way < 0.7 or original.voice is None or not original.outlet.known:  # noqa: PLR2004
                self.relay(outlet, original.outlet)
            else:
                self.relay(outlet, original.outlet, original.voice)


def _nameless(words: str, apart: str = "") -> Voice:
    plural = words.startswith(("two", "residents"))
    head = words.partition(" familiar")[0].rpartition(" ")[2]
    return Voice(
        words,
        words,
        f"the {head}",
        "they",
        sort="anonymous",
        role=words,
        apart=apart,
        plural=plural,
    )
