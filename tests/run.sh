#!/bin/sh
# The one test command: sets up all that the tests need, then runs every check.
#
#   sh tests/run.sh            everything
#   sh tests/run.sh -k tmx     what follows is handed to pytest (the lint steps and the core run are left out)
#
# TMKIT_VENV     folder of the virtual environment (default: .venv in the project)
# TMKIT_REQUIRE  1: a test that would be skipped fails (.ci/run sets it)
# TMKIT_NO_APT   1: install no Debian packages, even as root
set -eu
cd "$(dirname "$0")/.."
venv=${TMKIT_VENV:-.venv}
python=${PYTHON:-python3}

export OPENBLAS_NUM_THREADS=1

step() { printf '\n== %s\n' "$*"; }

# Debian's OmegaT and the XML judges; without root the tests that need them are skipped with a reason.
packages="omegat libxml2-utils jing chromium postgresql unzip"
if [ -z "${TMKIT_NO_APT:-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    missing=""
    for package in $packages; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
    done
    if [ -n "$missing" ]; then
        step "Debian packages:$missing"
        apt-get update -qq
        # shellcheck disable=SC2086
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    fi
fi

environment() { # folder, what to install
    [ -x "$1/bin/python" ] || "$python" -m venv "$1"
    "$1/bin/python" -m pip install --quiet --disable-pip-version-check -e "$2"
}

step "environments"
environment "$venv" ".[all,test]"
bin=$venv/bin

if [ $# -gt 0 ]; then
    exec "$bin/python" -m pytest "$@"
fi

step "ruff"
"$bin/ruff" check .
"$bin/ruff" format --check .
step "mypy --strict"
"$bin/mypy"
step "import-linter"
"$bin/lint-imports" --no-cache

step "the core alone"
environment "$venv-core" ".[test]"
TMKIT_REQUIRE="" "$venv-core/bin/python" -m pytest -q -n 2 -m "not extra and not judge" -p no:cacheprovider
step "everything"
exec "$bin/python" -m pytest -q -n 2 -p no:cacheprovider
