"""What changed: articles, incidents and tolls since an earlier build, or since the visitor's last visit."""

from contactline.app import changes
from contactline.app.context import context

changes.page(context(heading=False))
