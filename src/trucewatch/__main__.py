"""Run the program as `python -m trucewatch`."""

from __future__ import annotations

from trucewatch.cli.main import main

if __name__ == "__main__":
    main()
