"""What a passphrase does: AES-GCM over what a person wrote, with a random key that the passphrase wraps.

The data key is drawn once. It is wrapped twice, by the passphrase and by the recovery code, each through scrypt with a
salt of its own; to change the passphrase is to wrap the same key anew. Lost is lost: there is no third way in.
"""

import base64
import secrets
import unicodedata
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from hrtrainer.problem import Problem

COST = 2**17
"""scrypt's N: about a quarter of a second and 128 MiB for each try."""
LEAST = 8
"""Characters that a passphrase has at least."""

MARK = "\x1ahr1\x1a"
"""How sealed words begin: no keyboard writes this."""
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""The 32 letters of a recovery code: none that is taken for another (Crockford)."""
_GROUPS, _GROUP = 8, 4
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None, "\u2011": None, "\n": None, "\t": None})


class Wrapped(NamedTuple):
    """The data key, closed by something that a person knows. All in base64."""

    salt: str
    nonce: str
    key: str
    cost: int


class Sealer:
    """A `history.sealing.Seal` with the data key. Words without its mark pass: they were written before it was set.

    Not strict, it passes what does not open, too.
    """

    def __init__(self, key: bytes, strict: bool = True) -> None:
        self._cipher, self._strict = AESGCM(key), strict

    def close(self, words: str, place: str) -> str:
        """The words, closed, bound to their place."""
        nonce = secrets.token_bytes(12)
        data = self._cipher.encrypt(nonce, words.encode("utf-8", "surrogatepass"), place.encode())
        return MARK + base64.b64encode(nonce + data).decode()

    def open(self, kept: str, place: str) -> str:
        """The words again. Raises ValueError when they were closed with another key, elsewhere, or changed since."""
        if not kept.startswith(MARK):
            return kept
        try:
            data = base64.b64decode(kept[len(MARK) :], validate=True)
            return self._cipher.decrypt(data[:12], data[12:], place.encode()).decode("utf-8", "surrogatepass")
        except (ValueError, InvalidTag) as error:
            if self._strict:
                raise ValueError("these words do not open here") from error
            return kept


def new_key() -> bytes:
    """A data key."""
    return AESGCM.generate_key(256)


def new_code() -> str:
    """A recovery code: 160 bits in eight groups of four letters."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))


def wrap(key: bytes, known: str, purpose: str) -> Wrapped:
    """The data key, closed by a passphrase or a code; `purpose` says which."""
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    data = AESGCM(_derived(known, salt, COST)).encrypt(nonce, key, _purpose(purpose))
    return Wrapped(_text(salt), _text(nonce), _text(data), COST)


def unwrap(wrapped: Wrapped, known: str, purpose: str) -> bytes | None:
    """The data key again; None when this is not what it was closed by. Raises ValueError for what is no such thing."""
    salt, nonce, data = (base64.b64decode(part, validate=True) for part in wrapped[:3])
    if not 2**10 <= wrapped.cost <= 2**22 or wrapped.cost & (wrapped.cost - 1):
        raise ValueError("an odd cost")
    try:
        return AESGCM(_derived(known, salt, wrapped.cost)).decrypt(nonce, data, _purpose(purpose))
    except InvalidTag:
        return None


def plain_code(code: str) -> str:
    """A recovery code as it is read: however it was typed or printed."""
    return code.upper().translate(_ALIKE)


def fit_to_use(passphrase: str) -> None:
    """Raises Problem C20 for a passphrase that is too short to keep anybody out."""
    if len(passphrase.strip()) < LEAST:
        why = f"A passphrase has at least {LEAST} characters."
        raise Problem("C20", why, "Three or four words that do not belong together are easy to keep and hard to guess.")


def _derived(known: str, salt: bytes, cost: int) -> bytes:
    data = unicodedata.normalize("NFC", known).encode("utf-8", "surrogatepass")
    try:
        return Scrypt(salt=salt, length=32, n=cost, r=8, p=1).derive(data)
    except MemoryError as error:
        raise Problem(
            "C21", "There is not enough memory to open what is sealed.", "Close other programs, then try again."
        ) from error


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _purpose(purpose: str) -> bytes:
    return f"hrtrainer key 1 {purpose}".encode()
