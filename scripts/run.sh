#!/usr/bin/env bash
# From a fresh clone to a served site. The second start skips what has not changed.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh
export MINGBAI_VAR="${MINGBAI_VAR:-$PWD/var}"
export DJANGO_SETTINGS_MODULE="${DJANGO_SETTINGS_MODULE:-config.settings.local}"
mkdir -p "$MINGBAI_VAR"
exec .venv/bin/python manage.py serve
