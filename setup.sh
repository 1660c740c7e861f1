#!/bin/sh
# Installs what the build needs and nothing more; prints one sentence for what it cannot install. Called by make; safe to repeat.
set -eu
cd "$(dirname "$0")"

HIGHS_VERSION=1.15.1
deps=.deps

fail() { printf 'set-up: %s\n' "$*" >&2; exit 1; }

# MARK: Swift

swift_needed=6.2
command -v swift >/dev/null 2>&1 || fail "Swift $swift_needed or later is needed; install it from https://www.swift.org/install/linux."
swift_found=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
oldest=$(printf '%s\n%s\n' "$swift_needed" "${swift_found:-0}" | sort -V | head -n 1)
[ "$oldest" = "$swift_needed" ] || fail "Swift $swift_needed or later is needed, this is ${swift_found:-unknown}; install it from https://www.swift.org/install/linux."

# MARK: C libraries and tools, from Debian

install_packages() {
  command -v apt-get >/dev/null 2>&1 || fail "these are missing and this is no Debian system to install them on: $*."
  if [ "$(id -u)" = 0 ]; then as_root=""
  elif command -v sudo >/dev/null 2>&1; then as_root="sudo"
  else fail "these packages are missing, and only root may install them: $* (run as root: apt-get install $*)."
  fi
  printf 'set-up: installing %s\n' "$*"
  export DEBIAN_FRONTEND=noninteractive
  $as_root apt-get install -y -qq "$@" >"$deps/apt.log" 2>&1 \
    || { $as_root apt-get update -qq >"$deps/apt.log" 2>&1 && $as_root apt-get install -y -qq "$@" >"$deps/apt.log" 2>&1; } \
    || fail "apt-get could not install $*; see $deps/apt.log."
}

missing_libraries() {
  missing=""
  command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
  pkg-config --exists sqlite3 2>/dev/null || missing="$missing libsqlite3-dev"
  pkg-config --exists libxml-2.0 2>/dev/null || missing="$missing libxml2-dev"
}

mkdir -p "$deps"
missing_libraries
# shellcheck disable=SC2086 — a list of package names
[ -z "$missing" ] || install_packages $missing

# MARK: HiGHS, the solver: the system's own, else PyPI's wheel of the pinned version

use_system_highs() {
  pkg-config --exists highs 2>/dev/null || return 1
  include=$(pkg-config --variable=includedir highs)
  [ -e "$include/highs/interfaces/highs_c_api.h" ] && include="$include/highs"
  [ -e "$include/interfaces/highs_c_api.h" ] || return 1
  library=$(pkg-config --variable=libdir highs)
  mkdir -p "$deps/include" "$deps/lib"
  ln -sfn "$include" "$deps/include/highs"
  for file in "$library"/libhighs.so*; do ln -sfn "$file" "$deps/lib/"; done
}

wheel_hash() {
  case "$(uname -m)" in
    x86_64) echo 17f30d23ef37488467732b45f141146f7c287826a576b4514ae39a8cc4068b28 ;;
    *) fail "there is no pinned HiGHS for $(uname -m); install HiGHS $HIGHS_VERSION with its pkg-config file and run this again." ;;
  esac
}

fetch_highs() {
  command -v python3 >/dev/null 2>&1 && python3 -m pip --version >/dev/null 2>&1 || install_packages python3 python3-pip
  hash=$(wheel_hash)
  wheels=$deps/wheel
  rm -rf "$wheels"
  mkdir -p "$wheels"
  printf 'set-up: fetching HiGHS %s\n' "$HIGHS_VERSION"
  printf 'highsbox==%s --hash=sha256:%s\n' "$HIGHS_VERSION" "$hash" >"$wheels/requirements.txt"
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --require-hashes \
    -r "$wheels/requirements.txt" -d "$wheels" \
    || fail "HiGHS $HIGHS_VERSION could not be fetched from PyPI; is this machine online?"
  python3 -m zipfile -e "$wheels"/highsbox-*.whl "$wheels/unpacked"
  root=$(find "$wheels/unpacked" -type d -name highs_dist)
  mkdir -p "$deps/include" "$deps/lib" "$deps/bin"
  rm -rf "$deps/include/highs" "$deps/lib/"libhighs.so*
  cp -R "$root/include/highs" "$deps/include/highs"
  cp "$root/include/highs_export.h" "$deps/include/highs/"
  cp -P "$root"/lib*/libhighs.so* "$deps/lib/"
  cp "$root/bin/highs" "$deps/bin/highs" && chmod +x "$deps/bin/highs"
  rm -rf "$wheels"
}

if [ ! -e "$deps/include/highs/interfaces/highs_c_api.h" ] || [ ! -e "$deps/lib/libhighs.so" ]; then
  use_system_highs || fetch_highs
fi

# MARK: For the tests alone: a validator of JSON Schemas, from PyPI

if [ "${1:-}" = tests ] && [ ! -d "$deps/python/jsonschema" ]; then
  command -v python3 >/dev/null 2>&1 && python3 -m pip --version >/dev/null 2>&1 || install_packages python3 python3-pip
  printf 'set-up: fetching jsonschema for the tests\n'
  python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --only-binary=:all: --target "$deps/python" \
    jsonschema==4.26.0 || fail "jsonschema could not be fetched from PyPI; is this machine online?"
fi
