"""Write requirements.lock and requirements-dev.lock: every package pinned with its hashes.

The locks hold for Linux, macOS and Windows, and record no address that packages come from.
Needs `uv` in the environment (`pip install uv`).
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

COMPILE = [
    *("uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-emit-index-url", "--no-annotate", "--no-header", "--quiet"),
]


def main() -> int:
    """Write both locks; the build backend stands in the first, for installs without isolation."""
    root = Path(__file__).resolve().parent.parent
    build = root / "build-requirements.in"
    build.write_text("editables\nhatchling>=1.27\n", encoding="utf-8")
    try:
        run = [sys.executable, "-m", *COMPILE]
        subprocess.run([*run, build.name, "-o", "requirements.lock"], cwd=root, check=True)
        dev = ["--group", "dev", "-o", "requirements-dev.lock"]
        subprocess.run([*run, build.name, *dev], cwd=root, check=True)
    finally:
        build.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
