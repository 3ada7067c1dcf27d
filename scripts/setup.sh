#!/usr/bin/env bash
# Makes .venv with what requirements.txt pins; `setup.sh dev` adds what tests and lint need. Doing it again costs nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/python.sh

files=(requirements.txt)
[ "${1:-}" = dev ] && files+=(requirements-dev.txt)

if ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1; then
  find_python
  echo "Making .venv with $("$PYTHON" --version) …"
  rm -rf .venv
  "$PYTHON" -m venv .venv
fi

for file in "${files[@]}"; do
  stamp=".venv/installed-$file.sum"
  sum=$(cksum <"$file")
  if [ "$(cat "$stamp" 2>/dev/null)" != "$sum" ]; then
    echo "Installing $file …"
    .venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check -r "$file"
    echo "$sum" >"$stamp"
  fi
done

# The browser tests need Chromium and fonts for Chinese; they are skipped with a reason where these can't be had.
if [ "${1:-}" = dev ] && ! { command -v chromium >/dev/null && [ -d /usr/share/fonts/opentype/noto ]; }; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing chromium and fonts-noto-cjk …"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk; } >/dev/null 2>&1 ||
      echo "They could not be installed; the browser tests will say so." >&2
  else
    echo "The browser tests need chromium and fonts-noto-cjk (apt install chromium fonts-noto-cjk)." >&2
  fi
fi
