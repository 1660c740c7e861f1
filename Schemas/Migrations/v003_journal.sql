CREATE TABLE journal (
  file_id INTEGER PRIMARY KEY REFERENCES files (id) ON DELETE CASCADE,
  day INTEGER NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'overridden', 'reviewed')),
  reason TEXT NOT NULL,
  note TEXT,
  total_micros INTEGER,
  sold_micros INTEGER,
  bought_micros INTEGER,
  cost_micros INTEGER,
  tax_micros INTEGER,
  CHECK ((verdict = 'reviewed') = (total_micros IS NULL)),
  CHECK ((total_micros IS NULL) = (sold_micros IS NULL)),
  CHECK ((total_micros IS NULL) = (bought_micros IS NULL)),
  CHECK ((total_micros IS NULL) = (cost_micros IS NULL)),
  CHECK ((total_micros IS NULL) = (tax_micros IS NULL))
) STRICT;
