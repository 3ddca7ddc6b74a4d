-- What people corrected: which articles are one story, which are not.
CREATE TABLE corrections (
  number $KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  story TEXT NOT NULL,
  articles TEXT NOT NULL,
  others TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE TABLE corrected (article TEXT NOT NULL, correction BIGINT NOT NULL, PRIMARY KEY (article, correction)) $CLUSTERED;
