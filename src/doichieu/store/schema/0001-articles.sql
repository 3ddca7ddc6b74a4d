-- Articles with their versions and readings, and what could not be used.
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE articles (
  number $KEY,
  id TEXT NOT NULL UNIQUE,
  address TEXT,
  outlet TEXT NOT NULL,
  language TEXT NOT NULL,
  version INTEGER NOT NULL,
  moment TEXT NOT NULL,
  day INTEGER NOT NULL,
  added TEXT NOT NULL
);
CREATE INDEX articles_address ON articles (address);
CREATE INDEX articles_added ON articles (added);
CREATE TABLE versions (
  article BIGINT NOT NULL,
  version INTEGER NOT NULL,
  title TEXT,
  url TEXT,
  published TEXT,
  text $BYTES NOT NULL,
  more TEXT NOT NULL DEFAULT '',
  digest TEXT NOT NULL,
  seen TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (article, version)
);
CREATE TABLE readings (
  article BIGINT NOT NULL PRIMARY KEY,
  reader TEXT NOT NULL,
  notes $BYTES NOT NULL,
  sketch $BYTES NOT NULL
);
CREATE INDEX readings_reader ON readings (reader);
CREATE TABLE problems (
  source TEXT NOT NULL PRIMARY KEY,
  origin TEXT NOT NULL,
  because TEXT NOT NULL,
  first_seen TEXT NOT NULL,
  last_seen TEXT NOT NULL,
  tries INTEGER NOT NULL
);
