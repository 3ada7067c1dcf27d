#!/usr/bin/env bash
# Collects the Chinese source strings into the English catalogue and compiles it. Needs GNU gettext.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh dev
.venv/bin/python manage.py makemessages -l en --no-location --no-wrap -i '.venv/*' -i 'var/*' -i 'education/art/*'
.venv/bin/python manage.py compilemessages -l en -v 0 -i '.venv'
