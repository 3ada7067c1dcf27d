#!/usr/bin/env bash
# Writes requirements.txt and requirements-dev.txt anew from the .in files.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh dev
options=(--quiet --strip-extras --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --annotation-style=line "$@")
.venv/bin/pip-compile "${options[@]}" -o requirements.txt requirements.in
.venv/bin/pip-compile "${options[@]}" -o requirements-dev.txt requirements-dev.in
