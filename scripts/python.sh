# Sourced by the other scripts: finds a Python of at least 3.12 and puts its path into PYTHON.
find_python() {
  for candidate in "${PYTHON:-}" python3.14 python3.13 python3.12 python3 python; do
    [ -n "$candidate" ] || continue
    if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1; then
      PYTHON=$candidate
      return 0
    fi
  done
  echo "明白消费 needs Python 3.12 or newer with its venv module, and none was found on the PATH." >&2
  echo "Install it (Debian: apt install python3 python3-venv; others: python.org or pyenv), then run the command again." >&2
  return 1
}
