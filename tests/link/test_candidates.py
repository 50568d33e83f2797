"""By which terms statements find each other."""

from tests.build import make_document, make_statement

from reportedly.link.candidates import terms


def found(text: str, **fields: bool) -> set[str]:
    """Return the index terms of a statement with these words."""
    return set(terms(make_statement(make_document("Example Post", text), text, **fields)))


def test_other_words_for_the_same_share_terms():
    """Forms of a word, and words of one class of acts, meet in the index."""
    a = found("Wagner Group may supply 12 radar systems to Hezbollah")
    b = found("The transfer of 12 radar systems to Hezbollah by Wagner Group")
    assert a == b == {
        "act:delivery", "number:12", "word:group", "word:hezbollah", "word:radar",
        "word:system", "word:wagner", "word:12",
    }  # fmt: skip


def test_words_of_saying_are_no_terms():
    """What all news says leads nowhere."""
    assert found("officials said it was reported") == set()


def test_background_is_not_indexed():
    """A definition is no candidate."""
    assert found("Pantsir is an air defense system", background=True) == set()
