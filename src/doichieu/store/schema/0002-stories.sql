-- Stories, what belongs to them, and all that happened to them; which articles are near to which.
CREATE TABLE rare (
  feature BIGINT NOT NULL,
  day INTEGER NOT NULL,
  article BIGINT NOT NULL,
  PRIMARY KEY (feature, day, article)
) $CLUSTERED;
CREATE TABLE near (
  article BIGINT NOT NULL,
  other BIGINT NOT NULL,
  nearness DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (article, other)
) $CLUSTERED;
CREATE TABLE stories (
  number $KEY,
  id TEXT NOT NULL UNIQUE,
  made TEXT NOT NULL,
  changed TEXT NOT NULL,
  merged_into TEXT,
  headline TEXT NOT NULL,
  articles INTEGER NOT NULL,
  outlets INTEGER NOT NULL,
  voices INTEGER NOT NULL,
  disputes INTEGER NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  news DOUBLE PRECISION NOT NULL,
  comparer TEXT NOT NULL,
  told $BYTES NOT NULL
);
CREATE INDEX stories_news ON stories (news);
CREATE INDEX stories_articles ON stories (articles);
CREATE INDEX stories_disputes ON stories (disputes);
CREATE INDEX stories_changed ON stories (changed);
CREATE TABLE members (article BIGINT NOT NULL PRIMARY KEY, story BIGINT NOT NULL);
CREATE INDEX members_story ON members (story);
CREATE TABLE events (
  number $KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  story TEXT NOT NULL,
  article TEXT,
  about TEXT NOT NULL
);
CREATE INDEX events_at ON events (at);
CREATE INDEX events_story ON events (story);
