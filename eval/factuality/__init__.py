"""Events of news with labels."""
