-- The words of every article, folded by the program: with their marks and without. All articles are read again to fill it.
-- A row is never taken away (that needs the old words again): `indexed` says which row is an article's.
CREATE VIRTUAL TABLE words USING fts5 (
  text, statements, actors, bare_text, bare_statements, bare_actors,
  content = '', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE TABLE indexed (row INTEGER PRIMARY KEY, article INTEGER NOT NULL UNIQUE);
UPDATE readings SET reader = '';
