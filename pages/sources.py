"""Who says so: lists of events and articles, and each article with what was found in it."""

from contactline.app import article_page
from contactline.app.context import context
from contactline.app.events import event_list

ctx = context(heading=not article_page.asked())
if article_page.asked():
    article_page.show(ctx)
elif article_page.chosen_list() == "articles":
    article_page.article_list(ctx)
else:
    event_list(ctx, ctx.mask, "sources", height=423)
    article_page.found_uncoded(ctx)
