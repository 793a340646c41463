"""Articles of the visitor's own: added, listed, shown beside the collection, kept or removed."""

from contactline.app import added_page
from contactline.app.context import context

ctx = context(heading=False)
added_page.form()
added_page.listed(ctx)
