#!/bin/sh
# Shows the main job on a made-up household: statements in, allocation and proposal out. Usage: demo.sh PATH/TO/hearth
set -eu
hearth=$1
folder=$(mktemp -d)/household
trap 'rm -rf "$(dirname "$folder")"' EXIT INT TERM

show() { printf '\n$ hearth %s\n' "$*"; "$hearth" "$@"; }

export HEARTH_HOUSEHOLD="$folder"
show demo "$folder"
show import "$folder"/statements/*/*
show allocation --as-of 2026-11-20
show rebalance --as-of 2026-11-20
