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
            state = digest([hashlib.sha256(content).hexdigest(), alt])
            if not entry:
                image = self.write(LibraryImage(), path, alt, content, state)
            elif image and entry.state != state and left(image) == entry.left:
                # Still what the last load made of it; replaced or renamed by an editor, it is theirs.
                image = self.write(image, path, alt, content, state)
            # An editor who deleted the picture did not want it: it stays away.
            self.ids[path] = image.pk if image else None

    def write(self, image: LibraryImage, path: str, alt: str, content: bytes, state: str) -> LibraryImage:
        """Save a new picture, or a redrawn one into its old place with everything made from it thrown away."""
        if image.pk:
            storage, old = image.file.storage, image.file.name
            transaction.on_commit(lambda: storage.delete(old))
            image.renditions.all().delete()
        image.title = image.description = alt
        image.file = ContentFile(content, name=path.removeprefix("covers/").replace("/", "-"))
        image.save()
        # Only now the file is what the library keeps of it.
        image._set_image_file_metadata()
        LibraryImage.objects.filter(pk=image.pk).update(file_size=image.file_size, file_hash=image.file_hash)
        self.ledger.loaded(f"art/{path}", image, state, left(image))
        self.changed += 1
        return image


def left(image: LibraryImage) -> str:
    """A digest of the picture as it is in the library, where its file may differ from ours (metadata is stripped)."""
    return digest([image.file_hash, image.title])
