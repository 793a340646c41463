"""In: a Document with its date expressions and names. Out: Published, the article's day or days with the evidence.

Tables of the lexicon read: chronology, landmark_words, offices, actor_roles, publication_lags.
"""

from contactline.dating.article_day import date_article

__all__ = ["date_article"]
