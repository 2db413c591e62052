"""Keep the record of an agreement from news reports: cited, clause by clause, day by day."""
