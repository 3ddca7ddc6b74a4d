"""Web pages: the article in a page, and what the page says of itself."""

from doichieu.gather.pages.article import NoArticleError, article_of_page, feed_of_page

__all__ = ["NoArticleError", "article_of_page", "feed_of_page"]
