"""Decide within one document which actor, place and day each mention means."""
