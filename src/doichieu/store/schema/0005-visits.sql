-- When which address was fetched, and what its server said of the page's version.
CREATE TABLE visits (address TEXT NOT NULL, etag TEXT, modified TEXT, at TEXT NOT NULL, PRIMARY KEY (address)) $CLUSTERED;
