"""Write a whole file or none of it: a reader sees the old bytes or the new ones, also after a power cut."""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from hrtrainer.problem import Problem

_CAUSES = (
    ((errno.ENOSPC, errno.EDQUOT), "there is no room left on the disk", "Make some room, then save again"),
    ((errno.EFBIG,), "files of this size are not allowed here", "Save it in another folder"),
    ((errno.EROFS,), "the disk is read-only", "Save it in another folder"),
    ((errno.EISDIR, errno.ENOTEMPTY), "there is a folder of that name", "Choose another name"),
    ((errno.ENOENT, errno.ENOTDIR), "the folder is not there", "Choose a folder that exists"),
    (
        (errno.ENAMETOOLONG, errno.EINVAL, errno.ELOOP),
        "this name cannot be used here",
        "Choose a shorter, plainer name",
    ),
    (
        (errno.EACCES, errno.EPERM),
        "writing is not allowed there, or another program has the file open",
        "Close the file elsewhere, or save it in another folder",
    ),
    ((errno.EIO,), "the disk reported a fault", "Save it on another disk"),
)


def atomic_write(path: Path, data: bytes, private: bool = False) -> None:
    """Make `path` hold exactly `data`, in one step. A link is followed; an old file's permissions stay.

    A `private` one is readable by nobody but its owner, from its first byte on.

    Raises Problem E01 if that cannot be done. A file that was there is then unchanged, and nothing else is left behind
    (only a killed process can leave its `.*.part` file, which no reader looks at).
    """
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not os.access(target, os.W_OK):  # replacing would pass over the owner's wish
            raise PermissionError(errno.EACCES, "read-only")
        temp = target.with_name(f".{secrets.token_hex(8)}.part")
        _write_and_swap(temp, target, data, private)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL, an empty name
        raise _not_written(path, error) from error


def _write_and_swap(temp: Path, target: Path, data: bytes, private: bool) -> None:
    try:
        with open(temp, "xb", opener=_for_the_owner if private else None) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists() and not private:
            os.chmod(temp, target.stat().st_mode & 0o777)
        os.replace(temp, target)
    finally:  # after os.replace there is no temp any more, in every other case there must not be
        with suppress(OSError):
            temp.unlink()
    sync_folder(target.parent)


def _for_the_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def sync_folder(folder: Path) -> None:
    """Make the new name outlast a power cut. Where a folder cannot be synced, the file is whole all the same."""
    if os.name != "posix":  # Windows cannot open a folder
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _not_written(path: Path, error: OSError | ValueError) -> Problem:
    number = error.errno if isinstance(error, OSError) else errno.EINVAL
    cause, hint = "the system refused", "Save it in another folder"
    for numbers, text, advice in _CAUSES:
        if number in numbers:
            cause, hint = text, advice
    name = path.name.encode("utf-8", "replace").decode() or "The file"
    kept = " The file that was there is unchanged." if os.path.isfile(path) else ""
    return Problem("E01", f"{name} could not be saved: {cause}.", f"{hint}.{kept}")
