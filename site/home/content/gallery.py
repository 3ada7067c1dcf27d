"""Shipped pictures into the media library: one image for each file, replaced in place when the file is redrawn."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from django.core.files.base import ContentFile
from django.db import transaction

from media.models import LibraryImage

from .ledger import Ledger, digest


@dataclass
class Gallery:
    """The pictures of one load. `missing`: paths below art/ that no file is there for yet."""

    art: Path
    ledger: Ledger
    ids: dict[str, int | None] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    changed: int = 0

    def image_id(self, path: str) -> int | None:
        return self.ids.get(path)

    def load(self, wanted: dict[str, str]) -> None:
        """Bring the library up to date with `wanted`: path below art/ to alternative text."""
        entries = {path: self.ledger.get(f"art/{path}") for path in wanted}
        images = LibraryImage.objects.in_bulk([entry.pk for entry in entries.values() if entry])
        for path, alt in wanted.items():
            entry = entries[path]
            image = images.get(entry.pk) if entry else None
            file = self.art / path
            if not file.exists():
                self.missing.append(path)
                self.ids[path] = image.pk if image else None
                continue
            content = file.read_bytes()
            state = picture_state(content, alt)
            if not entry:
                image = self.write(LibraryImage(), path, alt, content)
            elif image and entry.state != state and digest([image.file_hash, image.title]) == entry.state:
                # Still what the last load made of it; replaced or renamed by an editor, it is theirs.
                image = self.write(image, path, alt, content)
            # An editor who deleted the picture did not want it: it stays away.
            self.ids[path] = image.pk if image else None

    def stand_in(self, path: str, alt: str, content: bytes) -> None:
        """Put `content` where the picture at `path` will be: the real one, once drawn, takes its place."""
        self.ids[path] = self.write(LibraryImage(), path, alt, content).pk

    def write(self, image: LibraryImage, path: str, alt: str, content: bytes) -> LibraryImage:
        """Save a new picture, or a redrawn one into its old place with everything made from it thrown away."""
        if image.pk:
            storage, old = image.file.storage, image.file.name
            transaction.on_commit(lambda: storage.delete(old))
            image.renditions.all().delete()
        image.title = image.description = alt
        image.file = ContentFile(content, name=path.removeprefix("covers/").replace("/", "-"))
        image._set_image_file_metadata()
        image.save()
        self.ledger.loaded(f"art/{path}", image, picture_state(content, alt))
        self.changed += 1
        return image


def picture_state(content: bytes, alt: str) -> str:
    """The digest of a picture as the library keeps it: `file_hash` (SHA-1, made by Wagtail) and title."""
    return digest([hashlib.sha1(content, usedforsecurity=False).hexdigest(), alt])
