"""What is told: the words that report an event, and whether they mean it here."""
