"""Words that tell no event and no speech act from another."""

from __future__ import annotations

from typing import Final

_LISTED: Final = """
    about after all also and any are because been before being but can could did does for from had has
    have her him his how into its may more most not now off one only other our out over said say says
    she should some such than that the their them then there these they this those through under until
    was were what when where which while who will with would you your"""

FUNCTION_WORDS: Final = frozenset(_LISTED.split())
"""Small words, and those of saying: every report holds them."""
