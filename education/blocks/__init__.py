"""The building blocks of every text that editors write. One vocabulary for lessons, guides, activities and notices."""

from .body import BodyBlock, GuideBodyBlock, HandoutBlock, SectionBlock, StepBlock
from .comics import DialogueLineBlock, PanelBlock
from .law import CaseBlock, ClaimStepsBlock, LawBlock, MythFactBlock
from .practice import ChecklistBlock, SelfCheckBlock
from .teaching import ActivityStepBlock, TeacherNoteBlock
from .text import PictureBlock, PlainTableBlock, RecordingBlock, TextBlock

__all__ = [
    "ActivityStepBlock",
    "BodyBlock",
    "CaseBlock",
    "ChecklistBlock",
    "ClaimStepsBlock",
    "DialogueLineBlock",
    "GuideBodyBlock",
    "HandoutBlock",
    "LawBlock",
    "MythFactBlock",
    "PanelBlock",
    "PictureBlock",
    "PlainTableBlock",
    "RecordingBlock",
    "SectionBlock",
    "SelfCheckBlock",
    "StepBlock",
    "TeacherNoteBlock",
    "TextBlock",
]
