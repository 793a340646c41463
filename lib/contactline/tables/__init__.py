"""The seam."""
