"""store: the library of articles, readings and stories."""
