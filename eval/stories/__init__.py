"""Stories whose origins are known because they were made up."""
