"""The outside world -> documents, and problems for what is none.

`documents` reads an address; `again` tries once more what was set aside. The network is
reached through the `fetch` that is passed in, and `fetch.safe_fetch` is the only one.
"""

from reportedly.ingest.fetched import Fetch, Fetched
from reportedly.ingest.hints import Hints
from reportedly.ingest.sources import again, documents

__all__ = ["Fetch", "Fetched", "Hints", "again", "documents"]
