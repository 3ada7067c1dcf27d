#!/usr/bin/env bash
# Every static check. Stops at the first that fails.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh dev
bin=.venv/bin
$bin/ruff check .
$bin/ruff format --check .
$bin/djlint --quiet --lint site education media
PYTHONPATH=site:. $bin/lint-imports
MINGBAI_VAR=$(mktemp -d)
trap 'rm -rf "$MINGBAI_VAR"' EXIT
export MINGBAI_VAR
$bin/python manage.py makemigrations --check --dry-run
DJANGO_SETTINGS_MODULE=config.settings.production SECRET_KEY=$($bin/python -c 'import secrets; print(secrets.token_urlsafe(60))') \
  ALLOWED_HOSTS=mingbai.example SMS_BACKEND=users.sms.LocmemSmsBackend $bin/python manage.py check --deploy --fail-level WARNING
echo "lint: all clean"
