"""library: articles kept for good, read once, grouped and compared as they come. Stands above the pipeline."""
