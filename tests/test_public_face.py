"""What `import reportedly` offers."""

import pytest

import reportedly


@pytest.mark.parametrize("name", reportedly.__all__)
def test_every_public_name_is_there(name):
    """Each public name can be had, and is the thing that bears it."""
    thing = getattr(reportedly, name)
    assert thing.__name__ == name
    assert name in dir(reportedly)


def test_an_unknown_name_is_refused():
    """A name that does not exist raises what Python expects."""
    with pytest.raises(AttributeError, match="no attribute 'Newspaper'"):
        _ = reportedly.Newspaper
