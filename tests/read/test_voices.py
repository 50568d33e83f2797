"""Voices beside one another, voices behind others, and voices that are named elsewhere."""

from __future__ import annotations

import pytest


def chains(statements):
    """Return what is said, with the names behind the outlet, outermost first."""
    return [(s.text, [hop.actor.name for hop in s.chain[1:]]) for s in statements]


def kinds(statement):
    """Return the kinds of source behind the outlet, outermost first."""
    return [hop.actor.kind for hop in statement.chain[1:]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The minister told Reuters and the BBC that the talks had failed.",
            [
                ("the talks had failed", ["Reuters", "The minister"]),
                ("the talks had failed", ["BBC", "The minister"]),
            ],
        ),
        (
            "CNN and the New York Times reported, citing officials, that the general had resigned.",
            [
                ("the general had resigned", ["CNN", "officials"]),
                ("the general had resigned", ["New York Times", "officials"]),
            ],
        ),
        (
            "Poland fears the gas will run out; Hungary insists it will not.",
            [("the gas will run out", ["Poland"]), ("it will not", ["Hungary"])],
        ),
        (
            "The union says wages fell, the company says they rose.",
            [("wages fell", ["The union"]), ("they rose", ["the company"])],
        ),
        (
            "According to the police, the man was armed, but his family says he held a phone.",
            [("the man was armed", ["the police"]), ("he held a phone", ["his family"])],
        ),
        (
            "The mayor says the bridge is safe, while engineers warn it could fall.",
            [("the bridge is safe", ["The mayor"]), ("it could fall", ["engineers"])],
        ),
        (
            "The owner said the crew was safe and added that the ship would be towed.",
            [
                ("the crew was safe", ["The owner"]),
                ("the ship would be towed", ["The owner"]),
            ],
        ),
        (
            "The dam was leaking, its owner warned, and a flood could break it.",
            [("The dam was leaking", ["its owner"]), ("a flood could break it", ["its owner"])],
        ),
    ],
)
def test_voices_side_by_side(reading, text, expected):
    """Each of them has its own statement, and neither speaks for the other."""
    assert expected == chains(reading(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Reuters reported that a broker had been told by the bank that the loan was gone.",
            ("the loan was gone", ["Reuters", "a broker", "the bank"]),
        ),
        (
            "The border would close, it was announced by the ministry.",
            ("The border would close", ["the ministry"]),
        ),
        (
            "Der Spiegel, quoting a police report, wrote that the suspect had fled.",
            ("the suspect had fled", ["Der Spiegel", "a police report"]),
        ),
        (
            "AP reported on Monday, citing a diplomat, that the talks had failed.",
            ("the talks had failed", ["Associated Press", "a diplomat"]),
        ),
        (
            "Officials told the Guardian that, according to intelligence reports, the convoy left.",
            ("the convoy left", ["The Guardian", "Officials", "intelligence reports"]),
        ),
        (
            "Speaking to Al Jazeera, the envoy said a ceasefire was near.",
            ("a ceasefire was near", ["Al Jazeera", "the envoy"]),
        ),
        (
            "Two witnesses told the weekly Profil the men had left by boat.",
            ("the men had left by boat", ["Profil", "Two witnesses"]),
        ),
        (
            "According to Le Figaro, which cited the pilot, the engine had failed.",
            ("the engine had failed", ["Le Figaro", "the pilot"]),
        ),
        (
            "The engine had failed, the pilot was quoted as saying by Interfax.",
            ("The engine had failed", ["Interfax", "the pilot"]),
        ),
        (
            "The pilot said in an interview with Vanguardia the engine had failed.",
            ("the engine had failed", ["Vanguardia", "The pilot"]),
        ),
        (
            "The minister told Putin that the talks had failed.",
            ("the talks had failed", ["The minister"]),
        ),
        ("The teacher recalled: I saw the smoke.", ("I saw the smoke", ["The teacher"])),
        (
            "The dam, it is said, was built by monks.",
            ("The dam was built by monks", ["(said)"]),
        ),
        ("The roof fell in, a worker told WPLG.", ("The roof fell in", ["WPLG", "a worker"])),
        (
            "The bridge will close, according to the mayor, Ana Lima.",
            ("The bridge will close", ["Ana Lima"]),
        ),
        (
            "In the view of the coach, the referee was right.",
            ("the referee was right", ["the coach"]),
        ),
        (
            "The French daily Liberation wrote that the mine would close.",
            ("the mine would close", ["Libération"]),
        ),
        ('"It must stop," said Ana Lima of Greenpeace.', ('"It must stop,"', ["Ana Lima"])),
    ],
)
def test_voices_behind_voices(only, text, expected):
    """Who was told, who is cited and who is quoted stand in the order of the words."""
    assert [expected] == chains([only(text)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The company gave assurances that the water was safe.", ["The company"]),
        ("The chancellor repeated her claim that the levy was unfair.", ["The chancellor"]),
        ("The company's position is that the dam is safe.", ["The company"]),
        (
            "The driver's version, published by Der Spiegel, is that the road was icy.",
            ["Der Spiegel", "The driver"],
        ),
        ("Word spread on Tuesday that the king was ill.", ["(word)"]),
        ("Rumour has it that the theatre will be sold.", ["(rumour)"]),
        ("Police put the number of dead at sixteen.", ["Police"]),
        ("There is no sign that the strike will end.", []),
    ],
)
def test_nouns_of_saying(only, text, expected):
    """What a claim, a view or word of something says is said by whoever holds it."""
    assert expected == chains([only(text)])[0][1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign minister Hana Sato left on Monday. She said the talks were over.", "Hana Sato"),
        ("Police arrested Tom Reed on Friday. He told reporters he was innocent.", "Tom Reed"),
        ("The bank has cut 400 jobs. It said costs were too high.", "The bank"),
        (
            "The National Ferry Agency shut the line on Monday. The regulator said boats were old.",
            "National Ferry Agency",
        ),
        (
            "Hartwell Motors shares rose by a tenth. The carmaker said demand was strong.",
            "Hartwell Motors",
        ),
        ("Anna Kovacs dug all night. The baker said she had heard a voice.", "Anna Kovacs"),
        ("Anna Kovacs dug all night. The mayor said she had heard a voice.", "The mayor"),
        ("Mayor Ana Lima opened the bridge. The mayor said it cost ten million.", "Ana Lima"),
        ("Igor Orlov, the foreign minister, flew in. The minister said it was time.", "Igor Orlov"),
        (
            "Greenpeace boarded the ship. The environmental group said no one was hurt.",
            "Greenpeace",
        ),
        (
            "The singer Mara Lund was ill on Friday. The 34-year-old said she was sorry.",
            "Mara Lund",
        ),
        ("Poland closed the border. The company said trucks were stuck.", "The company"),
        (
            "Nimbus Lane, the hosting firm, was hacked in May. It said the data was safe.",
            "Nimbus Lane",
        ),
    ],
)
def test_who_was_named_without_speaking(reading, text, expected):
    """A pronoun or a description finds who acted in the sentence before; an office need not."""
    assert expected == reading(text)[-1].chain[-1].actor.name


def test_the_newspaper_is_the_one_that_was_told(reading):
    """Who was told before, and is told again as "the newspaper", is the same paper."""
    text = (
        "The talks failed, a diplomat told Le Monde. "
        "Both sides are to blame, the diplomat told the newspaper."
    )
    assert chains(reading(text))[-1][1] == ["Le Monde", "a diplomat"]


def test_a_relative_clause_with_a_voice_of_its_own_is_a_statement(reading):
    """What neighbours say of a driver is theirs; that police look for one is the outlet's."""
    text = "Police are looking for a driver who, according to neighbours, left on foot."
    assert [chain for _, chain in chains(reading(text))] == [[], ["neighbours"]]


def test_what_was_asked_for_or_ruled_out_is_told_by_the_outlet(reading):
    """Words of saying that say nothing leave their clause with the outlet."""
    text = "The rebels asked for a truce. The army has ruled out joining the talks."
    assert [chain for _, chain in chains(reading(text))] == [[], []]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The detective said the door was open.", ["role_person"]),
        ("A guard said the door was open.", ["unnamed_person"]),
        ("The coast guard said the door was open.", ["organisation"]),
        ("The port authority said the quay was shut.", ["organisation"]),
        ("The chief executive said the quay was shut.", ["role_person"]),
        ("The crew of a trawler said the cable was cut.", ["unnamed_group"]),
        ("The WHO said the fever had spread.", ["organisation"]),
    ],
)
def test_kinds_of_those_who_speak(only, text, expected):
    """A man at a gate is no force, and one identifiable person has an office."""
    assert expected == kinds(only(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Water cuts, says engineer Sana Rao, will get worse.",
            ("Water cuts will get worse", ["Sana Rao"]),
        ),
        (
            "She would, her agent confirmed on Monday, miss the rest of the season.",
            ("She would miss the rest of the season", ["her agent"]),
        ),
        (
            '"The dam," said engineer Ana Lima, "was never safe."',
            ('"The dam was never safe."', ["Ana Lima"]),
        ),
        (
            "The drug is safe, stress doctors at the Royal Clinic.",
            ("The drug is safe", ["doctors at the Royal Clinic"]),
        ),
        (
            '"I never took a cent," said the former governor, Ada Mamani.',
            ('"I never took a cent,"', ["Ada Mamani"]),
        ),
        (
            "NHK said the navy, citing radar data, believes a submarine was there.",
            ("a submarine was there", ["NHK", "navy", "radar data"]),
        ),
    ],
)
def test_asides_between_commas(only, text, expected):
    """Whoever speaks between two commas says what stands on both sides of them."""
    assert expected == chains([only(text)])[0]
