-- The words of every article, folded by the program: with their marks and without. All articles are read again to fill it.
CREATE TABLE words (article BIGINT NOT NULL PRIMARY KEY, marked TSVECTOR NOT NULL, bare TSVECTOR NOT NULL);
CREATE INDEX words_marked ON words USING GIN (marked);
CREATE INDEX words_bare ON words USING GIN (bare);
UPDATE readings SET reader = '';
