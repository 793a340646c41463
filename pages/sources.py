"""Who says so: lists of events, articles and incidents, and each article with what was found in it."""

from contactline.app import article_page, incidents
from contactline.app.context import context
from contactline.app.events import event_list

ctx = context(heading=not article_page.asked())
if article_page.asked():
    article_page.show(ctx)
else:
    match article_page.chosen_list():
        case "articles":
            article_page.article_list(ctx)
        case "incidents":
            incidents.listed(ctx)
        case _:
            event_list(ctx, ctx.events, "sources", height=423)
            article_page.found_uncoded(ctx)
