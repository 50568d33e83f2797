"""Standing, Standing -> Alerts: what somebody who follows a claim asked to hear of."""

from reportedly.watch.rules import RULES, watch

__all__ = ["RULES", "watch"]
