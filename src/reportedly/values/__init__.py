"""The records that flow: pure and frozen; no file, network or clock."""
