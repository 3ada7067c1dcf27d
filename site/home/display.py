"""How a reader wants the site shown: mode, theme, language. Kept in cookies, so that it works without an account."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

MODES = ("normal", "elder")
THEMES = ("auto", "light", "dark", "contrast")
MODE_COOKIE, THEME_COOKIE, LANGUAGE_COOKIE = "mode", "theme", "language"
COOKIE_AGE = 365 * 24 * 3600


@dataclass(frozen=True)
class Display:
    """The reader's choice; every value is one of the known ones, whatever the cookies say."""

    mode: str = "normal"
    theme: str = "auto"
    language: str = settings.LANGUAGE_CODE

    @classmethod
    def of(cls, request: HttpRequest) -> "Display":
        """Read the choice from the request's cookies; unknown values count as not set."""

        def chosen(name: str, allowed: tuple[str, ...]) -> str:
            value = request.COOKIES.get(name, "")
            return value if value in allowed else allowed[0]

        languages = (
            settings.LANGUAGE_CODE,
            *(code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE),
        )
        return cls(chosen(MODE_COOKIE, MODES), chosen(THEME_COOKIE, THEMES), chosen(LANGUAGE_COOKIE, languages))

    @property
    def is_elder(self) -> bool:
        return self.mode == "elder"

    @property
    def cache_key(self) -> str:
        return f"{self.mode}.{self.theme}.{self.language}"
