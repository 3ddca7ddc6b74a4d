"""tell: a story into a dossier (``narration.tell``), a dossier into files (``files``)."""
