"""Short passages that show how news says who says what, with what is right."""
