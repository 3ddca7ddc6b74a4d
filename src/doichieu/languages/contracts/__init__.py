"""What each layer needs of a language pack, one module a layer."""
