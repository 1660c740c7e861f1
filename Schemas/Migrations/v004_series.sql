-- Series of numbers by day, of prices or of the economy, as their publishers print them. Two files may hold one series: the number of
-- the later import stands.
CREATE TABLE series (
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  name TEXT NOT NULL CHECK (name <> ''),
  unit TEXT NOT NULL,
  UNIQUE (file_id, ordinal)
) STRICT;
CREATE TABLE observations (
  series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
  day INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (series_id, day)
) STRICT, WITHOUT ROWID;
