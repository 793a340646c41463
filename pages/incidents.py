"""What happened in the world, once however many tell it: the list of incidents, and each with its reports."""

from contactline.app import incident_page, incidents
from contactline.app.context import context

ctx = context(heading=not incident_page.asked())
if incident_page.asked():
    incident_page.show(ctx)
else:
    incidents.listed(ctx)
