#!/bin/sh
# Shows the main job on a made-up household: statements in, allocation and proposal out. Usage: demo.sh PATH/TO/hearth
set -eu
hearth=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM
cd "$folder"

# shellcheck disable=SC2086 — words and patterns, as typed
show() { printf '\n$ hearth %s\n' "$1"; "$hearth" $1; }

export HEARTH_HOUSEHOLD=household
show "demo household"
show "import household/statements/*/*"
show "allocation --as-of 2026-11-20"
show "rebalance --as-of 2026-11-20"
