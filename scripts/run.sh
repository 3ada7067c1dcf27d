#!/usr/bin/env bash
# From a fresh clone to a served site. The second start skips what has not changed.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh
exec .venv/bin/python scripts/serve.py
