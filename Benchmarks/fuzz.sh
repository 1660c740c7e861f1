#!/bin/sh
# Fuzzes the readers for FUZZ_SECONDS each (60 unless told), from the samples of Importers/ and the corpus of earlier runs.
# An input that crashes a reader is left in FUZZ_FOLDER (.build-fuzz) as crash-*: make it small and keep it as a test.
#   fuzz.sh [ofx|sgml|csv|profiles ...]
set -eu
cd "$(dirname "$0")"
seconds=${FUZZ_SECONDS:-60}
work=${FUZZ_FOLDER:-.build-fuzz}
[ $# -gt 0 ] || set -- ofx sgml csv profiles

# A profile's seed is its text, a zero byte, and a sample of its broker.
profile_seeds() {
  for sample in ../Importers/Samples/*/*.csv; do
    broker=$(basename "$(dirname "$sample")")
    for profile in ../Importers/Brokers/Profiles/"$broker"*.yaml; do
      [ -e "$profile" ] || continue
      { cat "$profile"; printf '\000'; cat "$sample"; } >"$1/$(basename "$profile")-$(basename "$sample")"
    done
  done
}

file_seeds() {
  folder=$1
  shift
  find ../Importers/Samples ../Sources/Workflows/DemoHousehold ../Tests -type f \( "$@" \) | sort | while read -r file; do
    cp "$file" "$folder/$(printf '%s' "$file" | tr '/ ' '__')"
  done
}

touch Package.swift  # else new files of Hearth are not seen
for target in "$@"; do
  HEARTH_FUZZING=1 swift build -c release --scratch-path "$work/build" --product "fuzz-$target"
  swiftc -sanitize=fuzzer "$work/build/release/libfuzz-$target.a" -lxml2 -o "$work/fuzz-$target"
  mkdir -p "$work/corpus-$target" "$work/seeds-$target"
  case $target in
    csv) file_seeds "$work/seeds-csv" -iname '*.csv' ;;
    profiles) profile_seeds "$work/seeds-profiles" ;;
    *) file_seeds "$work/seeds-$target" -name '*.ofx' -o -name '*.qfx' ;;
  esac
  printf 'fuzz-%s: %s seconds, %s seeds\n' "$target" "$seconds" "$(find "$work/seeds-$target" -type f | wc -l)"
  "$work/fuzz-$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=16384 \
    -print_final_stats=1 -verbosity=0 -print_funcs=0 -artifact_prefix="$work/" "$work/corpus-$target" "$work/seeds-$target"
done
