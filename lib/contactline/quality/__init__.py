"""Is it right."""
