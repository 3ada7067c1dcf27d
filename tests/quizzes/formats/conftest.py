"""Lets the tests of formats import their helpers: `from strategies import questions`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
