"""Formats: what files hold, and how articles come out of them."""
