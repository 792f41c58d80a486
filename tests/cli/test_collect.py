"""hrtrainer collect and team, as somebody types them."""

from hrtrainer.cli.main import run
from hrtrainer.cli.words import parse
from tests.receiving.files import pack, write


def said(capsys, *words):
    status = run(parse(words))
    found = capsys.readouterr()
    return status, found.out, found.err


def test_an_overview_is_written_and_what_was_left_out_is_said(tmp_path, capsys):
    write(tmp_path / "in" / "a.json", pack(0, "Fox", 1))
    write(tmp_path / "in" / "b.json", b"{")
    for form in ("csv", "html"):
        out = tmp_path / f"overview.{form}"
        status, told, err = said(capsys, "collect", str(tmp_path / "in"), "-o", str(out))
        assert (status, told) == (0, "1 conversation in 1 file.\n") and out.stat().st_size > 500
        assert "left out: b.json is no JSON." in err
        assert said(capsys, "collect", str(tmp_path / "in"), "-o", str(out))[0] == 2  # it is there already
        assert said(capsys, "collect", str(tmp_path / "in"), "-o", str(out), "--force")[0] == 0
    assert said(capsys, "collect", str(tmp_path / "in"), "-o", str(tmp_path / "a.pdf"))[0] == 2
    assert said(capsys, "collect", str(tmp_path / "nowhere"))[0] == 2


def test_a_team_is_told_as_a_page(tmp_path, capsys):
    for number in range(7):
        write(tmp_path / "in" / f"{number}.json", pack(number, f"Name {number}", number))
    out = tmp_path / "team.html"
    assert said(capsys, "team", str(tmp_path / "in"), "-o", str(out))[0] == 0
    assert "From 7 people." in out.read_text(encoding="utf-8")
    pdf = tmp_path / "team.pdf"
    assert said(capsys, "team", str(tmp_path / "in"), "-o", str(pdf), "--paper", "us-letter")[0] == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    (tmp_path / "empty").mkdir()
    status, _, err = said(capsys, "team", str(tmp_path / "empty"), "-o", str(tmp_path / "b.html"))
    assert status == 2 and "nothing with a code name" in err and not (tmp_path / "b.html").exists()
