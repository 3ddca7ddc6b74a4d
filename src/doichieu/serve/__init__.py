"""serve: a library of dossiers, shown to people and programs."""
