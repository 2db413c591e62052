"""Measures the shipped reader on gold data, with the scorers that go with it: `make evaluate`."""
