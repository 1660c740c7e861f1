-- A file whose importer reads it better later is stored again beside the first reading, which rests until the second is undone.
--
-- The accounts of a later reading have the number of the earlier one behind them, so that both may stand for the same bytes.
ALTER TABLE files ADD COLUMN superseded_by INTEGER REFERENCES files (id) ON DELETE SET NULL;
CREATE INDEX files_by_successor ON files (superseded_by);

-- The files that count.
CREATE VIEW standing_files AS SELECT * FROM files WHERE superseded_by IS NULL;
