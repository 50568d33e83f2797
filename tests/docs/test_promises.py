"""What the README promises and no other test shows."""

import re
import socket
from importlib import resources

import pytest

from reportedly import Desk, Problem, readings


@pytest.fixture(scope="module")
def demo():
    """The folder of the demo's articles."""
    with resources.as_file(resources.files("reportedly") / "demo") as folder:
        yield folder


def test_nothing_leaves_the_machine(demo, monkeypatch):
    """Articles are read, kept and asked about with every socket shut; only an address needs one."""

    def shut(*_args, **_more):
        raise AssertionError("something tried to reach the network")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, shut)
    monkeypatch.setattr(socket, "getaddrinfo", shut)

    with Desk("memory:", lists=demo / "lists") as desk:
        report = desk.add(demo / "teaching")
        claim = desk.claims()[0]
        asked = (desk.trace(claim), desk.history(claim), desk.why(claim.id), desk.search("drones"))
        with pytest.raises(AssertionError, match="network"):
            desk.add("https://www.example.com/story")

    assert (len(report.added), report.set_aside) == (8, ())
    assert all(asked)


def test_every_statement_stands_in_its_article(demo):
    """Not a word is shown as said that the article does not hold, at that place."""
    for item in readings(demo / "teaching", lists=demo / "lists"):
        assert not isinstance(item, Problem)
        for said in item.statements:
            words = " ".join(span.of(item.document.text) for span in said.content)
            assert re.sub(r"\s+", " ", words) == re.sub(r"\s+", " ", said.text)
