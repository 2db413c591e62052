"""The vocabulary: plain frozen types without input or output."""
