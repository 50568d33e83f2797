"""The plots of made-up stories: who comes by the claim, and who takes it from whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from stories.plot import FIRST_DAY, Plot
from stories.world import Outlet, Report, Voice


def one_voice(plot: Plot) -> None:
    """Somebody is quoted once, and everybody leans on it."""
    plot.around(plot.tell(plot.paper(), plot.person()), 9)


def several_voices(plot: Plot) -> None:
    """Two to six people are quoted by as many outlets."""
    for _ in range(plot.chance.choice([2, 2, 3, 3, 4, 4, 5, 6])):
        plot.around(plot.tell(plot.paper(), plot.person()), 2)


def named_and_nameless(plot: Plot) -> None:
    """Some have names, some have none."""
    for _ in range(plot.chance.choice([1, 1, 2, 3])):
        plot.around(plot.tell(plot.paper(), plot.person()), 2)
    for _ in range(plot.chance.choice([1, 1, 2])):
        plot.around(plot.tell(plot.paper(), plot.nameless()), 2)


def nameless(plot: Plot) -> None:
    """Outlets have it from voices without names, who may be one."""
    for _ in range(plot.chance.choice([1, 1, 2, 3, 4])):
        plot.around(plot.tell(plot.paper(), plot.nameless()), 4)


def nameless_apart(plot: Plot) -> None:
    """Two voices without names cannot be one: they serve different states."""
    for _ in range(2):
        plot.around(plot.tell(plot.paper(), plot.nameless(abroad=True)), 2)


def one_body(plot: Plot) -> None:
    """Two or three people who speak for one body are quoted apart."""
    state, people = plot.situation["state"], plot.situation["people"]
    for office in plot.chance.sample(
        ["interior", "health", "transport"], plot.chance.choice([2, 3])
    ):
        voice = plot.person(body=state, role=f"{people} {office} minister")
        plot.around(plot.tell(plot.paper(), voice), 1)


def one_paper(plot: Plot) -> None:
    """One outlet quotes two people, and nobody else does."""
    plot.around(plot.tell(plot.paper(), plot.person(), plot.person()), 5)


def circle(plot: Plot) -> None:
    """Two outlets cite each other and nobody else."""
    one, other = plot.paper(), plot.paper()
    plot.relay(one, other)
    plot.relay(other, one)
    if plot.chance.random() < 0.5:  # noqa: PLR2004
        plot.relay(plot.paper(), one)


def leaky_circle(plot: Plot) -> None:
    """An outlet has a voice, is cited, and later cites who cited it."""
    one, other = plot.paper(), plot.paper()
    plot.tell(one, plot.person())
    plot.relay(other, one)
    plot.relay(one, other)


def echo(plot: Plot) -> None:
    """A named voice, and an official who has it from the media."""
    plot.around(plot.tell(plot.paper(), plot.person()), 2)
    role = f"{plot.situation['people']} deputy minister"
    chain = (plot.person(role=role, body=plot.situation["state"]), plot.media())
    plot.add(Report(plot.paper(), FIRST_DAY, "echo", chains=(chain,)))


def denied_by_party(plot: Plot) -> None:
    """Who takes part denies it."""
    voice = plot.person() if plot.chance.random() < 0.5 else plot.nameless()  # noqa: PLR2004
    plot.around(plot.tell(plot.paper(), voice), 3)
    plot.tell(plot.paper(), plot.party(), form="deny", stance="denies")
    if plot.chance.random() < 0.4:  # noqa: PLR2004
        plot.relay(plot.paper(), plot.reports[0].outlet)


def denied_by_knower(plot: Plot) -> None:
    """Who has jurisdiction denies it."""
    voice = plot.person() if plot.chance.random() < 0.5 else plot.nameless()  # noqa: PLR2004
    plot.around(plot.tell(plot.paper(), voice), 3)
    plot.tell(plot.paper(), plot.knower() or plot.party(), form="deny", stance="denies")


def disputed(plot: Plot) -> None:
    """Two or three independent voices stand against a denial."""
    for _ in range(plot.chance.choice([2, 2, 3])):
        plot.around(plot.tell(plot.paper(), plot.person()), 1)
    plot.tell(plot.paper(), plot.party(), form="deny", stance="denies")


def confirmed(plot: Plot) -> None:
    """Somebody tells, and who can know, or who would rather not, confirms."""
    plot.around(plot.tell(plot.paper(), plot.nameless()), 3)
    _confirm(plot)
    if plot.chance.random() < 0.3:  # noqa: PLR2004
        plot.relay(plot.paper(), plot.reports[0].outlet)


def confirmed_and_denied(plot: Plot) -> None:
    """It is confirmed by one and denied by the other."""
    plot.tell(plot.paper(), plot.person())
    knower = plot.knower()
    if knower is None:
        _confirm(plot)
        return
    plot.tell(plot.paper(), knower, form="confirm", stance="confirms")
    plot.tell(plot.paper(), plot.party(), form="deny", stance="denies")


def _confirm(plot: Plot) -> None:
    knower = plot.knower()
    if knower is not None:
        plot.tell(plot.paper(), knower, form="confirm", stance="confirms")
    else:
        plot.tell(plot.paper(), plot.party(), form="admit", stance="confirms")


def not_confirmed(plot: Plot) -> None:
    """Those who are asked do not confirm it."""
    plot.around(plot.tell(plot.paper(), plot.person()), 2)
    for _ in range(plot.chance.choice([1, 2])):
        plot.tell(plot.paper(), plot.party(), form="nonconfirm", stance="does_not_confirm")


def retracted(plot: Plot) -> None:
    """The only outlet that had it takes it back."""
    voice = plot.person() if plot.chance.random() < 0.5 else plot.nameless()  # noqa: PLR2004
    first = plot.tell(plot.paper(), voice)
    plot.around(first, 3)
    _take_back(plot, first.outlet)


def one_retracted(plot: Plot) -> None:
    """One of two or three outlets takes it back."""
    told = [plot.tell(plot.paper(), plot.person()) for _ in range(plot.chance.choice([2, 3]))]
    plot.around(told[0], 2)
    _take_back(plot, plot.chance.choice(told).outlet)


def _take_back(plot: Plot, outlet: Outlet) -> None:
    if plot.chance.random() < 0.5:  # noqa: PLR2004
        plot.tell(outlet, form="retract", stance="retracts")
    else:
        plot.tell(outlet, form="correct", stance="corrects")


def debunked(plot: Plot) -> None:
    """A piece of evidence turns out to be false; somebody else had it too."""
    item = plot.situation["item"]
    piece = Voice(item, item, "it", "it", role=item, organised=True)
    first = plot.tell(plot.paper(), piece, form="shown")
    plot.around(plot.tell(plot.paper(), plot.person()), 2)
    expert = plot.person(role="forensic expert")
    of = (first.outlet, expert)
    plot.add(Report(plot.paper(), FIRST_DAY, "debunk", "debunks", (of,), against=piece))


def puppets(plot: Plot) -> None:
    """Many new sites each have a witness of their own."""
    for _ in range(plot.chance.choice([5, 9, 14, 30])):
        plot.tell(plot.site(), plot.person())


def puppets_and_paper(plot: Plot) -> None:
    """New sites have witnesses, and so has one outlet that the reader knows."""
    plot.tell(plot.paper(), plot.person())
    for _ in range(plot.chance.choice([3, 6])):
        plot.tell(plot.site(), plot.person())


def mirrors(plot: Plot) -> None:
    """Many sites print one text, or tell it again with the same voice."""
    first = plot.tell(plot.site() if plot.chance.random() < 0.5 else plot.paper(), plot.person())  # noqa: PLR2004
    for _ in range(plot.chance.choice([8, 15, 30])):
        if plot.chance.random() < 0.75:  # noqa: PLR2004
            plot.copy(plot.site(), first, credited=False)
        else:
            plot.add(replace(first, outlet=plot.site()))


def unnamed_media(plot: Plot) -> None:
    """Nobody but the media, or nobody at all, is said to say so."""
    for _ in range(plot.chance.choice([1, 2, 3])):
        form = plot.chance.choice(["media", "hearsay"])
        voice = replace(plot.media(), name=form)
        plot.add(Report(plot.paper(), FIRST_DAY, form, chains=((voice,),)))


def media_and_voice(plot: Plot) -> None:
    """Some point to the media, one has somebody."""
    plot.add(Report(plot.paper(), FIRST_DAY, "media", chains=((plot.media(),),)))
    plot.around(plot.tell(plot.paper(), plot.person()), 2)


def unsourced(plot: Plot) -> None:
    """Long reports name no source; each may have one of its own."""
    for _ in range(plot.chance.choice([1, 2, 3])):
        plot.add(Report(plot.paper(), FIRST_DAY, "unsourced", own_source=True))
    if plot.chance.random() < 0.5:  # noqa: PLR2004
        plot.tell(plot.paper(), plot.person())


def stub(plot: Plot) -> None:
    """A line without a source stands beside a report with one."""
    plot.add(Report(plot.paper(), FIRST_DAY, "stub"))
    plot.around(plot.tell(plot.paper(), plot.person()), 2)


def not_held(plot: Plot) -> None:
    """All cite an outlet whose report is not at hand."""
    absent = plot.paper()
    for _ in range(plot.chance.choice([1, 2, 3])):
        plot.relay(plot.paper(), absent)
    if plot.chance.random() < 0.5:  # noqa: PLR2004
        plot.tell(plot.paper(), plot.person())


def voice_not_held(plot: Plot) -> None:
    """All cite an outlet that is not at hand, with the voice that it had."""
    absent, voice = plot.paper(), plot.person()
    for _ in range(plot.chance.choice([1, 2, 4])):
        plot.relay(plot.paper(), absent, voice)


def out_of_time(plot: Plot) -> None:
    """An outlet cites another before that one's first report."""
    late = plot.paper()
    plot.relay(plot.paper(), late)
    plot.around(plot.tell(late, plot.person()), 2)


def self_citing(plot: Plot) -> None:
    """An outlet follows up its own report."""
    first = plot.tell(plot.paper(), plot.person())
    plot.add(Report(first.outlet, FIRST_DAY, "self", chains=((first.outlet,),)))
    plot.around(first, 2)


def independently_confirmed(plot: Plot) -> None:
    """A second outlet says that it has confirmed it, by somebody without a name."""
    plot.around(plot.tell(plot.paper(), plot.nameless()), 2)
    plot.tell(plot.paper(), plot.nameless(), form="independent")


def monitored(plot: Plot) -> None:
    """An organisation with a name passes on what people without names saw."""
    chain = (plot.monitor(), plot.nameless())
    first = plot.add(Report(plot.paper(), FIRST_DAY, "body_voice", chains=(chain,)))
    for _ in range(plot.chance.choice([0, 1, 3])):
        plot.relay(plot.paper(), first.outlet)


def host_adds(plot: Plot) -> None:
    """Who prints another's text adds a voice of its own."""
    first = plot.tell(plot.paper(), plot.person())
    plot.copy(plot.paper(), first, plot.person(), credited=True)
    plot.around(first, 2)


def own_eyes(plot: Plot) -> None:
    """An outlet's own people were there."""
    plot.add(Report(plot.paper(), FIRST_DAY, "own", saw=True))
    if plot.chance.random() < 0.6:  # noqa: PLR2004
        plot.around(plot.tell(plot.paper(), plot.person()), 2)


PLOTS: tuple[tuple[Callable[[Plot], None], int], ...] = (
    (one_voice, 3),
    (several_voices, 4),
    (named_and_nameless, 3),
    (nameless, 3),
    (nameless_apart, 1),
    (one_body, 1),
    (one_paper, 1),
    (circle, 2),
    (leaky_circle, 1),
    (echo, 1),
    (denied_by_party, 3),
    (denied_by_knower, 2),
    (disputed, 2),
    (confirmed, 3),
    (confirmed_and_denied, 1),
    (not_confirmed, 2),
    (retracted, 2),
    (one_retracted, 2),
    (debunked, 1),
    (puppets, 1),
    (puppets_and_paper, 1),
    (mirrors, 1),
    (unnamed_media, 2),
    (media_and_voice, 1),
    (unsourced, 2),
    (stub, 1),
    (not_held, 2),
    (voice_not_held, 1),
    (out_of_time, 1),
    (self_citing, 1),
    (independently_confirmed, 2),
    (monitored, 1),
    (host_adds, 1),
    (own_eyes, 1),
)
"""Each plot, and how often it is used beside the others."""

KNOWING = frozenset({denied_by_knower, confirmed_and_denied})
"""Plots that need a situation on which somebody can know who takes no part."""
