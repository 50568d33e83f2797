"""Lines that are the page's and not the story's, beside sentences that look like them."""

from __future__ import annotations

import pytest

from reportedly.read.frame import boilerplate, of_the_story
from reportedly.read.sentences import paragraphs


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ana Berg / Harbour Gazette",
        "A file photo shows the bridge in 2019.",
        "File photo: the bridge at dusk",
        "In this photo provided by the navy, a crew lowers a boat.",
        "Ships wait off the port of Lund on Monday. REUTERS/Ana Berg",
        "Ships wait off the port of Lund on Monday. [Ana Berg/Reuters]",
        "Ships wait off the port. Photo: Supplied / Lund Shipping",
        "PIC: Lee Marsh / Lantern Pictures",
        "Image source, Getty Images",
        "(AFP)",
        "Read more: How bridges are inspected",
        "READ MORE: How bridges are inspected",
        "Also Read | What the treaty says",
        "Read next",
        "Watch the documentary: The crates from Lund (58 min)",
        "Listen: “We heard them calling”",
        "Listen to this article",
        "Podcast: Who owns the port?",
        "Sign up for Harbour Morning, our free daily bulletin.",
        "Subscribe to continue reading",
        "Already a subscriber? Log in",
        "We use cookies to improve your experience.",
        "You have two free articles left this month.",
        "Follow us on WhatsApp for breaking news.",
        "Download our app.",
        "Share on Facebook",
        "Do you know more? Write to our investigations desk.",
        "Are YOU a tenant of the trust? Call our newsdesk on 020 7946 0999.",
        "Got a tip? Email tips@harbour.example",
        "Take our poll",
        "Please consider donating to the Harbour Courier.",
        "Our standards: the Harbour code of practice.",
        "Spotted a mistake? See our corrections policy.",
        "This article was first published in Danish.",
        "This story was updated at 5:20 pm to add comments from the owner.",
        "This is a developing story.",
        "Additional reporting by Lena Wu.",
        "(Reporting by Amal Deng in Lund; Editing by Ruth Calder)",
        "Translated by Per Dahl",
        "(With inputs from agencies)",
        "The Associated Press contributed to this report.",
        "Comments are closed",
        "4 min read",
        "4:45 pm on 23 August 2023",
        "PUBLISHED: 07:15, 9 February 2024 | UPDATED: 11:02, 9 February 2024",
        "Last updated: 3 Nov 2023 16:40 GMT",
        "Tags: bridges, Lund, rivers",
        "Sponsored",
        "Copyright © 2023, Radio Motu. All rights reserved.",
    ],
)
def test_lines_of_the_page(line):
    """Credits, links, appeals and stamps belong to the page."""
    assert boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "A photo shows the bridge without its railing.",
        "File photos of the suspect were found, police said.",
        "The ministry published a picture: it showed the bridge.",
        "Photographs from the site show a burned truck.",
        "Reuters reported the strike on Monday.",
        "Getty Images said on Monday it would sue the firm.",
        "The minister said independent journalism was in danger.",
        "Copyright law was broken, the court found.",
        "Advertising revenue fell by a tenth, the company said.",
        "Sponsored by Iran, the militia attacked the port.",
        "Recommended doses were exceeded, the inquiry found.",
        "Trending upward since May, prices reached a record.",
        "Support our troops, the president told the crowd.",
        "Follow-up tests were negative, the hospital said.",
        "Help us, the sailors had written on the deck.",
        "Newsletter writers were arrested in Lund.",
        "Video from the scene showed smoke over the port.",
        "Updated figures show that nine people died.",
        "Published figures differ, the auditor said.",
        "Editing by the censors had removed two lines, he said.",
        "Reporting by the newspaper showed that the general knew, the judge said.",
        "By Friday, nine people had died.",
        "The report contributed to this week's fall in prices.",
        "More from the wreck was raised on Monday, the navy said.",
        "This article of the treaty forbids such weapons.",
        "The newspaper's readers sent donations to the family.",
        "Subscribers were told that the service had ended.",
        "Correction of the figures took two days.",
        "Comments by the minister angered the union.",
        "Have the soldiers left the town?",
        "Thank you for your support, the candidate told voters.",
        "Two suspects were arrested and one died. The bridge is closed.",
    ],
)
def test_sentences_that_look_like_lines_of_the_page(line):
    """What only begins with such words, or holds them, is the story's."""
    assert not boilerplate(line)


STORY = "The mayor said on Monday that the old bridge over the river had been closed since May."
SECOND = "Nobody was hurt."


def _kept(*lines):
    return [part.text for part in of_the_story(paragraphs("\n\n".join(lines)))]


@pytest.mark.parametrize(
    "line",
    [
        "By DANNY PROUT, Health Reporter",
        "By Our Special Correspondent",
        "Sela Vaipuna, Outer Islands reporter",
        "Harbour Gazette staff",
        "Home > News > Local",
        "16:40, 3 November 2023",
    ],
)
def test_lines_below_the_headline(line):
    """Who wrote the story and when are no statements of it."""
    assert _kept("Bridge closes", line, STORY) == ["Bridge closes", STORY]


def test_titles_below_related():
    """Titles below "Related:" are links, whether the story goes on or not."""
    line = "Ferry law stuck in parliament, says MP"
    assert _kept(STORY, "Related:", line, "Why do bridges fall?", SECOND) == [STORY, SECOND]


@pytest.mark.parametrize("line", ["‘NOT A SOUL HAS RUNG ME’", "What we know so far"])
def test_headings_inside_a_story(line):
    """A line without a full stop, in a text that sets them, is a heading."""
    assert _kept(STORY, line, SECOND) == [STORY, SECOND]


@pytest.mark.parametrize(
    "lines",
    [
        ["Bridge closes", "Mayor says the railing had rusted for years", STORY],
        [STORY, "- Nine people are missing", SECOND],
        [STORY, "The police named three causes:", "rust in the railing", SECOND],
        ["Bridge closes", "the mayor said it was closed", "nobody was hurt"],
        [STORY, "Ana Berg is a reporter for the Lund Post.", "Berg was arrested in May."],
    ],
)
def test_lines_of_the_story_stay(lines):
    """Second headlines, items, texts without full stops and reporters in the news are kept."""
    assert _kept(*lines) == lines


def test_the_life_of_the_author_closes_the_page():
    """Who the author is, at the end, is no statement of the story."""
    assert _kept(STORY, "Ana Berg is a reporter covering bridges.") == [STORY]


def test_what_stands_beside_a_credit_stays(reading):
    """A credit at the end of a paragraph does not take the sentence before it away."""
    found = reading("The mayor said the bridge was closed. This is a developing story.")
    assert [statement.text for statement in found] == ["the bridge was closed"]


@pytest.mark.parametrize("credit", ["(Reuters) - ", "(CNN) ", "Near Lund, Sweden (AFP) -- "])
def test_whose_work_a_story_is_stands_before_its_words(only, credit):
    """The agency in brackets before the first sentence is no part of what is said."""
    said = only(f"{credit}No cases of cholera have been found in Lund, mayor Ana Lima said.")
    assert said.text == "No cases of cholera have been found in Lund"
