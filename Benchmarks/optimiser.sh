#!/bin/sh
# Prints how fast Hearth proves its plans beside the stock solver.
# `make bench-optimiser` builds the release binary first. How it is measured is said in optimiser.py.
#   optimiser.sh [FOLDER [NAME ...]]      household cases; invented ones unless told
set -eu
if [ $# -gt 0 ]; then
  folder=$(cd "$1" && pwd)
  shift
  set -- "$folder" "$@"
fi
cd "$(dirname "$0")"
if [ $# -eq 0 ]; then
  mkdir -p .build/households
  for size in 3:20:1 5:60:2 6:120:3 7:240:4 8:400:5 9:900:6 10:1500:7 11:3000:8 12:5000:9; do
    python3 invent_household.py $(printf '%s' "$size" | tr ':' ' ') >".build/households/invented-$size.json"
  done
  set -- .build/households
fi
highs=../.deps/bin/highs
[ -x "$highs" ] || highs=$(command -v highs)
LD_LIBRARY_PATH="$PWD/../.deps/lib" exec python3 optimiser.py ../.build/release/hearth "$highs" "$@"
