#!/bin/sh
# Prints how fast Hearth is beside other programs, for statements of 10,000 and 100,000 transactions or as many as are named.
# `make bench` builds the release binary first. What ratios.py measures, and how, is said there.
#   bench.sh [TRANSACTIONS ...]
set -eu
cd "$(dirname "$0")"
python=.build/python
[ -d "$python/ofxtools" ] \
  || python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$python" ofxtools==1.1.1 \
  || echo "bench: ofxtools could not be fetched from PyPI, so its row is left out."
swift build -c release --product generate-statements
PYTHONPATH="$PWD/$python" exec python3 ratios.py ../.build/release/hearth .build/release/generate-statements "$@"
