"""`Desk`: the library's front door over one store.

from reportedly import Desk
desk = Desk("desk")
desk.add("articles/")
for claim in desk.claims("Pantsir"):
    print(claim.status, claim.lo, claim.hi, claim.cut, claim.chains)
"""

from __future__ import annotations

from reportedly.desk.articles import Said, readings, statements
from reportedly.desk.dossier import Dossier, chain_line
from reportedly.desk.front import AddReport, Desk
from reportedly.desk.trace import Hop
from reportedly.desk.why import Explanation
from reportedly.pipeline import Reading, Repair, Step

__all__ = [
    "AddReport",
    "Desk",
    "Dossier",
    "Explanation",
    "Hop",
    "Reading",
    "Repair",
    "Said",
    "Step",
    "chain_line",
    "readings",
    "statements",
]
