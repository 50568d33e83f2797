"""What a site repeats on its pages, and what it only tells again."""

import pytest
from tests.build import make_document, moment

from reportedly import known
from reportedly.link.boilerplate import learnt, terms, without
from reportedly.link.copies import copies

KNOWN = known.load()
NOW = moment("2023-11-05")
NOTICE = """No paper covers what goes on along our coast better than we do, and with a digital
subscription you will never miss a local story again, from the market to the school board.""".replace(
    "\n", " "
)
FERRY = """Fishermen in the northern harbour of Skala pulled eleven people from the water on Friday
after their wooden boat overturned in high waves, the coast guard said. Nine of them were taken to a
hospital on the mainland, and two were treated on the quay by doctors of the navy."""
RAILWAY = """Voters in the mountain district of Lower Arn will decide in spring whether the old
railway is to be reopened. The council of Arn said the line could carry forty thousand passengers a
year, far more than the buses do now, but farmers along the route fear for their fields."""
SCHOOL = """Two teachers at the grammar school of Peverin have won a prize for a course in which
pupils repair radios. The head, Ana Lima, said that the course would go on next year, too."""
BANK = """The savings bank of Tessara closed nine of its branches on Monday, and its clerks walked
out at noon. A union in Tessara called for talks, and a minister offered to lead them this week."""


def page(outlet, text, notice=NOTICE):
    """Return a page of an outlet with its notice below the story."""
    return make_document(outlet, f"{text}\n{notice}")


def site(*texts, outlet="Coast Courier"):
    """Return the first page of a site, and its others."""
    first, *others = (page(outlet, text) for text in texts)
    return first, others


def test_what_three_pages_repeat_is_left_out():
    """The notice below three stories is none of them, and the story is left as it is."""
    first, others = site(FERRY, RAILWAY, SCHOOL)
    found = learnt(first, others)
    assert without(first.text, found).split() == FERRY.split()


@pytest.mark.parametrize(
    "others",
    [
        [page("Coast Courier", RAILWAY)],
        [page("Hill Herald", RAILWAY), page("Hill Herald", SCHOOL)],
        [page("Coast Courier", RAILWAY), page("Coast Courier", RAILWAY + " No date is set.")],
    ],
    ids=["two pages", "another site", "versions of one story"],
)
def test_less_than_three_pages_of_a_site_teach_nothing(others):
    """Pages of others, and versions of one story, are no witnesses of what a site repeats."""
    assert learnt(page("Coast Courier", FERRY), others) == frozenset()


def test_background_told_again_stays():
    """A paragraph in three stories that names whom they are about is no boilerplate."""
    told = "Lower Arn has had no railway since the bridge over the Tarn was swept away by a flood."
    stories = [RAILWAY, "Rail fans met in Arn on Sunday. A band played in Lower Arn until dusk."]
    stories.append("A court in Lower Arn heard farmers on Monday. The judge in Arn will rule soon.")
    first, *others = (page("Coast Courier", text, told) for text in stories)
    assert learnt(first, others) == frozenset()


def test_short_pages_with_one_long_notice_are_other_stories():
    """What fills most of three short pages that name others is boilerplate, and no new version."""
    shorts = [text.split(".")[0] + "." for text in (FERRY, RAILWAY, SCHOOL)]
    first, others = site(*shorts)
    assert [k.relation for k in copies(first, others, KNOWN, at=NOW)] == ["updates"] * 2
    repeated = {each.id: learnt(each, [first, *others]) for each in (first, *others)}
    found = copies(first, others, KNOWN, at=NOW, repeated=repeated)
    assert [k.relation for k in found] == ["unrelated"] * 2


def test_two_sites_with_one_notice_copy_nothing():
    """What two sites of a group both repeat links none of their stories; a reprint stays one."""
    first, others = site(FERRY, RAILWAY, SCHOOL)
    sister, more = site(BANK, RAILWAY, SCHOOL, outlet="Hill Herald")
    reprint = page("Hill Herald", FERRY)
    repeated = {
        first.id: learnt(first, others),
        sister.id: learnt(sister, more),
        reprint.id: learnt(reprint, more),
    }
    apart, same = copies(first, [sister, reprint], KNOWN, at=NOW, repeated=repeated)
    assert (apart.relation, same.relation, same.score) == ("unrelated", "copies", 1.0)
    assert apart.because == (("same text but for what the outlet repeats", 0.0),)


def test_numbers_that_change_are_one_notice():
    """An hour or a count that differs from page to page makes no other notice."""
    texts = (FERRY, RAILWAY, SCHOOL)
    first, *others = (
        page("Coast Courier", text, f"{count} readers look at our front page right now.")
        for count, text in enumerate(texts, start=700)
    )
    assert len(learnt(first, others)) == 1


def test_pages_of_one_site_share_terms_for_what_they_repeat():
    """Only pages of the same outlet find each other by a notice; without an outlet none do."""
    mine, other = page("Coast Courier", FERRY), page("Coast Courier", RAILWAY)
    theirs = page("Hill Herald", FERRY)
    assert len(set(terms(mine)) & set(terms(other))) == 1
    assert not set(terms(mine)) & set(terms(theirs))
    assert not terms(page("", FERRY))


def test_an_agency_caption_is_left_out_however_long():
    """A caption of a file photo tells again what many stories tell; a story that begins so stays."""
    caption = f"FILE - In this Nov. 11, 2017, file photo, {RAILWAY} ".replace("\n", " ") * 2
    assert without(f"{FERRY}\n{caption}") == without(FERRY)
    assert "In this town" in without(f"In this town {FERRY}")
