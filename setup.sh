#!/bin/sh
# Installs what the build needs and nothing more; prints one sentence for what it cannot install. Called by make; safe to repeat.
set -eu
cd "$(dirname "$0")"

HIGHS_VERSION=1.15.1
deps=.deps
tests=${1:-}

fail() { printf 'set-up: %s\n' "$*" >&2; exit 1; }

# MARK: Swift

swift_needed=6.2
command -v swift >/dev/null 2>&1 || fail "Swift $swift_needed or later is needed; install it from https://www.swift.org/install/linux."
swift_says=$(swift --version 2>&1) || fail "Swift does not start: $swift_says"
swift_found=$(printf '%s\n' "$swift_says" | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
oldest=$(printf '%s\n%s\n' "$swift_needed" "${swift_found:-0}" | sort -V | head -n 1)
[ "$oldest" = "$swift_needed" ] || fail "Swift $swift_needed or later is needed, this is ${swift_found:-unknown}; install it from https://www.swift.org/install/linux."

# MARK: What is there already

# The solver as a program of its own is for the measurements alone.
has_program() { [ "$tests" != bench ] || [ -x "$deps/bin/highs" ] || command -v highs >/dev/null 2>&1; }

has_highs() { [ -e "$deps/include/highs/interfaces/highs_c_api.h" ] && [ -e "$deps/lib/libhighs.so" ]; }

# The system's own HiGHS, where it has one.
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

# The tests alone validate JSON outputs.
wants_jsonschema() { [ "$tests" = tests ] && ! PYTHONPATH="$deps/python" python3 -c 'import jsonschema' 2>/dev/null; }

# The browser tests alone drive a browser; axe-core is the script that finds what shuts people out.
wants_selenium() { [ "$tests" = web ] && ! PYTHONPATH="$deps/web" python3 -c 'import selenium' 2>/dev/null; }
wants_axe() { [ "$tests" = web ] && [ ! -s "$deps/web/axe.min.js" ]; }

mkdir -p "$deps"
highs="" jsonschema="" selenium="" axe=""
{ has_highs && has_program; } || use_system_highs || highs=wanted
if wants_jsonschema; then jsonschema=wanted; fi
if wants_selenium; then selenium=wanted; fi
if wants_axe; then axe=wanted; fi

# MARK: C libraries and tools, from Debian

missing=""
command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
pkg-config --exists sqlite3 2>/dev/null || missing="$missing libsqlite3-dev"
pkg-config --exists libxml-2.0 2>/dev/null || missing="$missing libxml2-dev"
if [ "$tests" = web ]; then
  command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
  command -v chromedriver >/dev/null 2>&1 || missing="$missing chromium-driver"
fi
[ -z "$highs$jsonschema$selenium$axe" ] || python3 -m pip --version >/dev/null 2>&1 || missing="$missing python3-pip"
missing=${missing# }

# shellcheck disable=SC2086 — a list of package names
install_missing() {
  command -v apt-get >/dev/null 2>&1 || fail "these are missing and this is no Debian system to install them on: $missing."
  if [ "$(id -u)" = 0 ]; then as_root=""
  elif command -v sudo >/dev/null 2>&1; then as_root="sudo"
  else fail "these packages are missing, and only root may install them: $missing (run as root: apt-get install $missing)."
  fi
  printf 'set-up: installing %s\n' "$missing"
  install="$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing"
  $install >"$deps/apt.log" 2>&1 || { $as_root apt-get update -qq && $install; } >"$deps/apt.log" 2>&1 \
    || fail "apt-get could not install $missing; is this machine online? See $deps/apt.log."
}

[ -z "$missing" ] || install_missing

# MARK: From PyPI: HiGHS, the solver, in the pinned version, the tests' validator of JSON Schemas, and what drives and examines a browser

wheel_hash() {
  case "$(uname -m)" in
    x86_64) echo 17f30d23ef37488467732b45f141146f7c287826a576b4514ae39a8cc4068b28 ;;
    aarch64) echo d1a3c1742d6fae36a3a18e0c7500530e46de5faa1a42dee65677bf0ae80acda3 ;;
    *) fail "there is no pinned HiGHS for $(uname -m); install HiGHS $HIGHS_VERSION with its pkg-config file and run this again." ;;
  esac
}

pip() { command=$1; shift; python3 -m pip "$command" --quiet --disable-pip-version-check --retries 1 --only-binary=:all: "$@"; }

fetch_highs() {
  hash=$(wheel_hash)
  wheels=$deps/wheel
  rm -rf "$wheels"
  mkdir -p "$wheels" "$deps/include" "$deps/lib" "$deps/bin"
  printf 'set-up: fetching HiGHS %s\n' "$HIGHS_VERSION"
  printf 'highsbox==%s --hash=sha256:%s\n' "$HIGHS_VERSION" "$hash" >"$wheels/requirements.txt"
  pip download --no-deps --require-hashes -r "$wheels/requirements.txt" -d "$wheels" \
    || fail "HiGHS $HIGHS_VERSION could not be fetched from PyPI, see above; is this machine online?"
  python3 -m zipfile -e "$wheels"/highsbox-*.whl "$wheels/unpacked"
  root=$(find "$wheels/unpacked" -type d -name highs_dist)
  rm -rf "$deps/include/highs" "$deps/lib/"libhighs.so*
  mv "$root/include/highs" "$deps/include/highs"
  mv "$root/include/highs_export.h" "$deps/include/highs/"
  mv "$root"/lib*/libhighs.so* "$deps/lib/"
  mv "$root/bin/highs" "$deps/bin/"
  chmod +x "$deps/bin/highs"
  rm -rf "$wheels"
}

fetch_jsonschema() {
  printf 'set-up: fetching jsonschema for the tests\n'
  rm -rf "$deps/python"
  pip install --root-user-action=ignore --target "$deps/python" jsonschema==4.26.0 \
    || fail "jsonschema could not be fetched from PyPI, see above; is this machine online?"
}

fetch_selenium() {
  printf 'set-up: fetching selenium for the browser tests\n'
  pip install --root-user-action=ignore --upgrade --target "$deps/web" selenium==4.51.0 \
    || fail "selenium could not be fetched from PyPI, see above; is this machine online?"
}

# The script alone: the wheel's Python asks for a later Python than Debian's.
fetch_axe() {
  wheels=$deps/axe
  rm -rf "$wheels"
  mkdir -p "$wheels" "$deps/web"
  printf 'set-up: fetching axe-core for the browser tests\n'
  printf 'axe-selenium-python==3.0.0 --hash=sha256:%s\n' \
    847e3925861133a523609ff27d0fef387e7588a26f23a27c208a30682b8e9240 >"$wheels/requirements.txt"
  pip download --no-deps --ignore-requires-python --require-hashes -r "$wheels/requirements.txt" -d "$wheels" \
    || fail "axe-core could not be fetched from PyPI, see above; is this machine online?"
  python3 -m zipfile -e "$wheels"/axe_selenium_python-*.whl "$wheels/unpacked"
  mv "$(find "$wheels/unpacked" -name axe.min.js)" "$deps/web/axe.min.js"
  rm -rf "$wheels"
}

[ -z "$highs" ] || use_system_highs || fetch_highs
[ -z "$jsonschema" ] || fetch_jsonschema
[ -z "$selenium" ] || fetch_selenium
[ -z "$axe" ] || fetch_axe

# MARK: For the measurements alone: xmllint, to be measured against

[ "$tests" != bench ] || command -v xmllint >/dev/null 2>&1 || { missing=libxml2-utils; install_missing; }
