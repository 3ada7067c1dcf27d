"""Documents: the content must be what the name says, without macros, and must not swell when unpacked."""

import zipfile
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

MAX_UNPACKED = 200 * 1024 * 1024  # bytes of all parts together
MAX_RATIO = 200  # unpacked to packed, once there is more than a little
SMALL = 5 * 1024 * 1024
MAX_PARTS = 3000
# extension → the part that makes a package this kind of document
MAIN_PARTS = {
    "docx": "word/document.xml",
    "xlsx": "xl/workbook.xml",
    "pptx": "ppt/presentation.xml",
    "odt": "content.xml",
}
ODT_TYPE = b"application/vnd.oasis.opendocument.text"
ACTIVE_PARTS = ("vbaproject.bin", "vbadata.xml", "basic/", "scripts/", "activex/", "macros/")
MARKUP = ("<!doctype html", "<html", "<script", "<svg", "<?xml")


def check_document(file, name: str) -> None:
    """Refuse a document whose content is not what its name says or that carries macros. `file` is open for reading."""
    extension = PurePath(name).suffix.lower().removeprefix(".")
    file.seek(0)
    if extension in MAIN_PARTS:
        check_package(file, extension)
    elif extension == "pdf":
        check_pdf(file)
    else:
        check_text(file)
    file.seek(0)


def mismatch(extension: str) -> ValidationError:
    message = _("文件的内容不是 %s。请用对应的软件重新保存，不要只改文件名。")
    return ValidationError(message % extension.upper(), code="mismatch")


def check_pdf(file) -> None:
    """A PDF begins with its mark and ends with its end."""
    if b"%PDF-" not in file.read(1024):
        raise mismatch("pdf")
    file.seek(0, 2)
    file.seek(max(0, file.tell() - 2048))
    if b"%%EOF" not in file.read():
        raise ValidationError(_("PDF 不完整，可能没有传完。请重新导出再上传。"), code="truncated")


def check_text(file) -> None:
    """Text is UTF-8 or GB18030 and no web page."""
    content = file.read()
    text = decoded(content)
    if text is None or "\0" in text:
        raise ValidationError(_("不是文本文件，或者文字编码不是 UTF-8 或 GB18030。"), code="mismatch")
    if text.lstrip("\ufeff \t\r\n").lower().startswith(MARKUP):
        raise ValidationError(_("文本文件里是网页代码，不能上传。"), code="markup")


def decoded(content: bytes) -> str | None:
    """The text of a file in UTF-8 or GB18030; None when it is neither."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def check_package(file, extension: str, *, most: int = MAX_UNPACKED) -> None:
    """An Office package: whole, of its kind, without macros, at most `most` bytes when unpacked."""
    start = file.read(8)
    file.seek(0)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise ValidationError(
            _("文件加了密码，或者是旧格式。请去掉密码，另存为 %s。") % extension.upper(), code="encrypted"
        )
    try:
        with zipfile.ZipFile(file) as package:
            check_zip(package, most)
            names = {name.lower() for name in package.namelist()}
            if MAIN_PARTS[extension] not in names:
                raise mismatch(extension)
            check_kind(package, extension)
            if any(part in name for name in names for part in ACTIVE_PARTS):
                raise ValidationError(_("文件里有宏或控件，不能上传。请另存为不带宏的文件。"), code="macros")
            if package.testzip():
                raise broken_package()
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, UnicodeDecodeError) as error:
        raise broken_package() if start.startswith(b"PK") else mismatch(extension) from error


def broken_package() -> ValidationError:
    return ValidationError(_("文件损坏或不完整，打不开。请重新保存再上传。"), code="truncated")


def check_zip(package: zipfile.ZipFile, most: int) -> None:
    """Refuse a package that would swell. zipfile never reads more of a part than the part declares, so this holds."""
    parts = package.infolist()
    unpacked = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    if len(parts) > MAX_PARTS or unpacked > most or (unpacked > SMALL and unpacked / packed > MAX_RATIO):
        raise ValidationError(_("文件解开后大得不正常，不能上传。"), code="zip_bomb")
    if any(part.flag_bits & 0x1 for part in parts):
        raise ValidationError(_("文件加了密码。请去掉密码再上传。"), code="encrypted")


def check_kind(package: zipfile.ZipFile, extension: str) -> None:
    """The package itself says what kind it is: in its list of types, or (ODT) in its first part."""
    if extension == "odt":
        if "mimetype" not in package.namelist() or package.read("mimetype").strip() != ODT_TYPE:
            raise mismatch(extension)
        return
    if "[Content_Types].xml" not in package.namelist():
        raise mismatch(extension)
    if b"macroenabled" in package.read("[Content_Types].xml").lower():
        raise ValidationError(_("文件里有宏或控件，不能上传。请另存为不带宏的文件。"), code="macros")
