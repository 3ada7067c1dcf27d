#!/usr/bin/env bash
# Collects the Chinese source strings, merges them into the English catalogue, and compiles it. Needs GNU gettext.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh dev
(cd site && ../.venv/bin/python ../manage.py makemessages -l en --no-location --no-wrap -i '.venv/*' -i 'var/*')
.venv/bin/python manage.py compilemessages -l en -v 0
