"""What really stands in a file: parts of a zip, streams of a PDF and drawings of a page opened, a PDF read as text."""

import html
import io
import json
import re
import shutil
import subprocess
import zipfile
import zlib
from base64 import b64decode
from pathlib import Path

from tests.export.rendering import DRAWING

ZIPS = ("docx", "odt")


def unpacked(data: bytes) -> bytes:
    """The bytes, with what is packed in them beside them."""
    opened = [data, *map(b64decode, DRAWING.findall(data))]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as whole:
            opened += [part for name in whole.namelist() for part in (name.encode(), whole.read(name))]
    if data.startswith(b"%PDF"):
        for part in data.split(b"stream\n")[1:]:
            try:
                opened.append(zlib.decompressobj().decompress(part))
            except zlib.error:
                continue
        opened += [_wide(part[at:]) for part in opened for at in (0, 1)]
    return b"\n".join(opened)


def _wide(data: bytes) -> bytes:
    """The texts of a PDF that are written two bytes a letter: titles, bookmarks, what stands for a picture."""
    return data.decode("utf-16-be", "ignore").encode("utf-8", "ignore")


def words_of(data: bytes, tmp_path: Path) -> str:
    """All text of a file as a reader sees it, without tags and isolates; a PDF by pdftotext, where there is one."""
    if data.startswith(b"%PDF"):
        if shutil.which("pdftotext") is None:
            return ""
        path = tmp_path / "read.pdf"
        path.write_bytes(data)
        done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, timeout=60)
        text = done.stdout.decode()
    elif data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as whole:
            text = " ".join(whole.read(name).decode() for name in whole.namelist() if name.endswith(".xml"))
        text = re.sub(r"<[^>]+>", "", text)
    else:
        text = data.decode("utf-8-sig")
        text = json.dumps(json.loads(text), ensure_ascii=False) if text.startswith("{") else text
    return " ".join(html.unescape(text).replace("\u2068", "").replace("\u2069", "").split())


def letters(text: str) -> str:
    """Letters and digits alone, so that no hyphen, break or entity hides a word."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())
