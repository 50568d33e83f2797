"""What others can score: one module per task, each with `predict(source, target)`."""
