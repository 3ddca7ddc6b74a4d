"""What names look like, whatever the stage: words, forms of one actor, offices beside names."""
