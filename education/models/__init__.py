from .activities import ActivityIndexPage, ActivityPage
from .comics import ComicEpisodePage, ComicIndexPage, ComicSeriesPage
from .courses import CourseIndexPage, CoursePage, LessonPage
from .guides import ChapterPage, GuideIndexPage, GuidePage
from .materials import Material
from .notices import InspectionItem, NoticeIndexPage, NoticePage
from .progress import CourseCertificate, LessonProgress
from .vocabulary import Audience, GlossaryTerm, Topic

__all__ = [
    "ActivityIndexPage",
    "ActivityPage",
    "Audience",
    "ChapterPage",
    "ComicEpisodePage",
    "ComicIndexPage",
    "ComicSeriesPage",
    "CourseCertificate",
    "CourseIndexPage",
    "CoursePage",
    "GlossaryTerm",
    "GuideIndexPage",
    "GuidePage",
    "InspectionItem",
    "LessonPage",
    "LessonProgress",
    "Material",
    "NoticeIndexPage",
    "NoticePage",
    "Topic",
]
