"""The day of an article."""

from contactline.dating.article_day import date_article

__all__ = ["date_article"]
