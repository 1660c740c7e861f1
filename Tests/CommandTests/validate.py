"""Holds JSON documents against their schemas: validate.py SCHEMAS DOCUMENT…

A document names its schema in its field `schema`; SCHEMAS is the folder of the *.schema.json files."""

import json
import pathlib
import sys

import jsonschema

schemas = {}
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.schema.json")):
    schema = json.loads(path.read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    schemas[schema["$id"]] = schema

failures = 0
for name in sys.argv[2:]:
    document = json.loads(pathlib.Path(name).read_text())
    validator = jsonschema.Draft202012Validator(schemas[document["schema"]])
    for error in validator.iter_errors(document):
        failures += 1
        print(f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}")
print(f"{len(schemas)} schemas, {len(sys.argv) - 2} documents, {failures} failures")
sys.exit(1 if failures else 0)
