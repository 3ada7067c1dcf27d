from .home import HomePage, PlainPage
from .settings import SiteTexts

__all__ = ["HomePage", "PlainPage", "SiteTexts"]
