"""Exports: a dossier in the formats of other programs, each made whole in memory as files by name."""
