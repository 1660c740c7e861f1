-- The ledger after migration 4. Made from Migrations/; record again with RECORD=1.

CREATE TABLE imports (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  moment TEXT NOT NULL,
  stands INTEGER NOT NULL DEFAULT 1 CHECK (stands IN (0, 1))
) STRICT;

CREATE TABLE files (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  accounts TEXT NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('ofx1', 'ofx2', 'csv')),
  profile TEXT,
  data_rows INTEGER NOT NULL CHECK (data_rows >= 0),
  used_rows INTEGER NOT NULL CHECK (used_rows >= 0),
  UNIQUE (sha256, accounts)
) STRICT;

CREATE TABLE import_files (
  import_number INTEGER NOT NULL REFERENCES imports (number),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  PRIMARY KEY (import_number, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX import_files_by_file ON import_files (file_id);

CREATE TABLE unused_rows (
  file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  line INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (file_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  broker TEXT NOT NULL,
  number TEXT NOT NULL,
  name TEXT,
  kind TEXT
) STRICT;

CREATE UNIQUE INDEX accounts_as_printed ON accounts (broker, number, iif(number = '', coalesce(name, ''), ''));

CREATE TABLE aliases (
  id INTEGER PRIMARY KEY,
  scheme TEXT NOT NULL CHECK (scheme <> ''),
  value TEXT NOT NULL,
  institution TEXT NOT NULL,
  UNIQUE (scheme, value, institution)
) STRICT;

CREATE TABLE descriptions (
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  alias_id INTEGER NOT NULL REFERENCES aliases (id),
  name TEXT,
  kind TEXT CHECK (kind IN ('stock', 'etf', 'fund', 'bond', 'option', 'cash', 'other')),
  price_e10 ANY CHECK (typeof(price_e10) <> 'real' AND typeof(price_e10) <> 'blob'),
  price_day INTEGER,
  UNIQUE (file_id, ordinal)
) STRICT;

CREATE TABLE description_aliases (
  description_id INTEGER NOT NULL REFERENCES descriptions (id) ON DELETE CASCADE,
  alias_id INTEGER NOT NULL REFERENCES aliases (id),
  PRIMARY KEY (description_id, alias_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  as_of INTEGER,
  from_day INTEGER,
  to_day INTEGER,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  cash_micros ANY CHECK (typeof(cash_micros) <> 'real' AND typeof(cash_micros) <> 'blob'),
  UNIQUE (file_id, ordinal)
) STRICT;

CREATE INDEX statements_by_account ON statements (account_id);

CREATE TABLE plan_fields (
  statement_id INTEGER NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  path TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (statement_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE kinds (kind TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE witnesses (
  id INTEGER PRIMARY KEY,
  statement_id INTEGER NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  line INTEGER NOT NULL,
  broker_id TEXT,
  kind TEXT NOT NULL REFERENCES kinds (kind),
  source TEXT NOT NULL,
  day INTEGER NOT NULL,
  settle_day INTEGER,
  alias_id INTEGER REFERENCES aliases (id),
  -- The signed change to the account.
  effect_units_e8 INTEGER,
  effect_cash_micros INTEGER,
  units_e8 ANY CHECK (typeof(units_e8) <> 'real' AND typeof(units_e8) <> 'blob'),
  price_e10 ANY CHECK (typeof(price_e10) <> 'real' AND typeof(price_e10) <> 'blob'),
  amount_micros ANY CHECK (typeof(amount_micros) <> 'real' AND typeof(amount_micros) <> 'blob'),
  currency TEXT CHECK (length(currency) = 3),
  commission_micros ANY CHECK (typeof(commission_micros) <> 'real' AND typeof(commission_micros) <> 'blob'),
  fees_micros ANY CHECK (typeof(fees_micros) <> 'real' AND typeof(fees_micros) <> 'blob'),
  taxes_micros ANY CHECK (typeof(taxes_micros) <> 'real' AND typeof(taxes_micros) <> 'blob'),
  load_micros ANY CHECK (typeof(load_micros) <> 'real' AND typeof(load_micros) <> 'blob'),
  withholding_micros ANY CHECK (typeof(withholding_micros) <> 'real' AND typeof(withholding_micros) <> 'blob'),
  accrued_interest_micros ANY CHECK (typeof(accrued_interest_micros) <> 'real' AND typeof(accrued_interest_micros) <> 'blob'),
  income_type TEXT,
  split_old_e8 ANY CHECK (typeof(split_old_e8) <> 'real' AND typeof(split_old_e8) <> 'blob'),
  split_new_e8 ANY CHECK (typeof(split_new_e8) <> 'real' AND typeof(split_new_e8) <> 'blob'),
  option_action TEXT,
  shares_per_contract_e8 ANY CHECK (typeof(shares_per_contract_e8) <> 'real' AND typeof(shares_per_contract_e8) <> 'blob'),
  source_401k TEXT,
  sub_account_from TEXT,
  sub_account_to TEXT,
  related TEXT,
  reverses TEXT,
  memo TEXT,
  UNIQUE (statement_id, ordinal),
  CHECK ((split_old_e8 IS NULL) = (split_new_e8 IS NULL))
) STRICT;

CREATE TABLE named_lots (
  witness_id INTEGER NOT NULL REFERENCES witnesses (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  acquired INTEGER,
  units_e8 ANY CHECK (typeof(units_e8) <> 'real' AND typeof(units_e8) <> 'blob'),
  price_e10 ANY CHECK (typeof(price_e10) <> 'real' AND typeof(price_e10) <> 'blob'),
  basis_micros ANY CHECK (typeof(basis_micros) <> 'real' AND typeof(basis_micros) <> 'blob'),
  PRIMARY KEY (witness_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE positions (
  id INTEGER PRIMARY KEY,
  statement_id INTEGER NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  line INTEGER NOT NULL,
  alias_id INTEGER NOT NULL REFERENCES aliases (id),
  units_e8 ANY CHECK (typeof(units_e8) <> 'real' AND typeof(units_e8) <> 'blob'),
  price_e10 ANY CHECK (typeof(price_e10) <> 'real' AND typeof(price_e10) <> 'blob'),
  value_micros ANY CHECK (typeof(value_micros) <> 'real' AND typeof(value_micros) <> 'blob'),
  cost_basis_micros ANY CHECK (typeof(cost_basis_micros) <> 'real' AND typeof(cost_basis_micros) <> 'blob'),
  source_401k TEXT,
  price_day INTEGER,
  UNIQUE (statement_id, ordinal)
) STRICT;

CREATE TABLE lots (
  id INTEGER PRIMARY KEY,
  statement_id INTEGER NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  line INTEGER NOT NULL,
  alias_id INTEGER NOT NULL REFERENCES aliases (id),
  units_e8 ANY NOT NULL CHECK (typeof(units_e8) <> 'real' AND typeof(units_e8) <> 'blob'),
  acquired INTEGER,
  basis_micros ANY CHECK (typeof(basis_micros) <> 'real' AND typeof(basis_micros) <> 'blob'),
  closed INTEGER,
  proceeds_micros ANY CHECK (typeof(proceeds_micros) <> 'real' AND typeof(proceeds_micros) <> 'blob'),
  disallowed_micros ANY CHECK (typeof(disallowed_micros) <> 'real' AND typeof(disallowed_micros) <> 'blob'),
  term TEXT,
  UNIQUE (statement_id, ordinal)
) STRICT;

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
