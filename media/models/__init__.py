from .documents import LibraryDocument
from .images import LibraryImage, Rendition
from .recordings import Recording

__all__ = ["LibraryDocument", "LibraryImage", "Recording", "Rendition"]
