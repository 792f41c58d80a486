"""Where statements may go: which addresses are taken, who is believed to be there, and where the password lies."""

import datetime
import os
import ssl
import threading
from pathlib import Path

import keyring
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from hrtrainer.problem import Problem
from hrtrainer.sending.delivery import Delivery
from hrtrainer.sending.keys import IN_FILE, forget_password, keep_password, password_of
from hrtrainer.sending.store import RecordStore, checked, checked_home, read_store, write_store
from hrtrainer.sending.wire import Wire
from tests.sending.fake import Fake
from tests.sending.many import statements_by_session

GOOD = "https://records.example.org/xapi"


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        (GOOD, GOOD),
        (f" {GOOD}/ ", GOOD),
        ("http://127.0.0.1:8100/xAPI", "http://127.0.0.1:8100/xAPI"),
        ("http://[::1]:8100/xAPI/", "http://[::1]:8100/xAPI"),
        ("http://localhost:8100", "http://localhost:8100"),
    ],
)
def test_an_address_is_taken(address, kept):
    assert checked(address) == kept


@pytest.mark.parametrize(
    "address",
    [
        "", "records.example.org", "ftp://records.example.org", "http://records.example.org/xapi", "http://10.0.0.1/",
        "http://127.0.0.1.example.org/", "http://localhost.example.org", "https://user:pass@records.example.org",
        "https://records.example.org/?a=b", "https://records.example.org/#a", "https://records.example.org:port/",
        "https://records.example.org/\r\nHost: elsewhere", "https://", "https://récords.example.org", "file:///etc",
    ],
)  # fmt: skip
def test_an_address_is_refused(address, tmp_path):
    with pytest.raises(Problem) as refused:
        checked(address)
    assert refused.value.code == "N01"
    with pytest.raises(Problem):
        write_store(tmp_path / "store.json", RecordStore(True, False, address))
    assert not (tmp_path / "store.json").exists()


def test_the_organisation_is_named_or_follows_from_the_address():
    assert RecordStore(endpoint=GOOD).organisation == "https://records.example.org"
    assert RecordStore(endpoint=GOOD, home="https://example.org").organisation == "https://example.org"
    assert checked_home("https://example.org/") == "https://example.org" and checked_home("") == ""
    with pytest.raises(Problem):
        checked_home("example.org")


def test_what_is_set_is_read_again_and_nothing_is_set_at_first(places):
    assert read_store(places.record_store) == RecordStore() and not RecordStore().on
    store = RecordStore(True, True, GOOD, "https://example.org", "ws01", "2.0.0")
    write_store(places.record_store, store)
    assert read_store(places.record_store) == store


@pytest.mark.parametrize("text", ["", "[]", '{"on": "yes"}', "{", '{"on": true}'])
def test_a_damaged_file_sends_nothing(places, text):
    places.home.mkdir()
    places.record_store.write_text(text)
    with pytest.raises(Problem) as refused:
        read_store(places.record_store)
    assert refused.value.code == "N01"


def test_without_a_keeper_of_passwords_it_is_in_a_file_of_the_owner_with_a_warning(places):
    assert keep_password(places, GOOD, "ws01", "pässword") == IN_FILE
    assert password_of(places, GOOD, "ws01") == "pässword"
    if os.name == "posix":
        assert places.password.stat().st_mode & 0o777 == 0o600
    for endpoint, user in ((GOOD, "ws02"), ("https://elsewhere.example.org", "ws01")):
        with pytest.raises(Problem):  # a password is told to nobody else
            password_of(places, endpoint, user)
    forget_password(places, GOOD, "ws01")
    assert not places.password.exists()


def test_where_the_system_keeps_passwords_it_is_in_no_file(places, monkeypatch):
    held = {}

    class Keeper(keyring.backend.KeyringBackend):
        priority = 5

        def set_password(self, service, username, password):
            held[service, username] = password

        def get_password(self, service, username):
            return held.get((service, username))

        def delete_password(self, service, username):
            del held[service, username]

    keyring.set_keyring(Keeper())
    assert keep_password(places, GOOD, "ws01", "pass") == ""
    assert not places.password.exists() and password_of(places, GOOD, "ws01") == "pass"
    forget_password(places, GOOD, "ws01")
    assert not held


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate that nobody vouches for."""
    secret = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    day = datetime.datetime(2026, 1, 1)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(secret.public_key())
        .serial_number(1).not_valid_before(day).not_valid_after(day.replace(year=2126))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(secret, hashes.SHA256())
    )  # fmt: skip
    files = folder / "certificate.pem", folder / "key.pem"
    files[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(
        secret.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return files


def test_who_cannot_show_a_certificate_is_told_nothing(outbox, places, tmp_path):
    server = Fake()
    safe = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    safe.load_cert_chain(*certificate(tmp_path))
    server.socket = safe.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        (name, made), *_ = statements_by_session(1, places).items()
        outbox.put({name: made})
        wire = Wire(f"https://localhost:{server.server_port}/xapi", "ws01", "pass", "1.0.3")
        assert Delivery(outbox, wire, lambda: 0).run(lambda: False, print) == 0
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert not server.posts and not server.kept
    assert "not certain that this is the record store" in outbox.standing().course.trouble
    assert outbox.standing().waiting == len(made)
