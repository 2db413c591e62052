"""Keep the record of an agreement from news reports: cited, clause by clause, day by day."""

from typing import Final

__version__: Final = "0.1.0"
