"""xAPI statements of a pack: inert whatever stands in the pack. As a file they are tested with the other formats."""

import json

import pytest

from hrtrainer.export.formats import FORMATS
from hrtrainer.export.naming import file_name
from hrtrainer.export.xapi import as_text, statements, xapi_bytes
from hrtrainer.session.packing import lines_of
from tests.export.rendering import records_of
from tests.export.test_hostile import BIDI, LINE, PAYLOADS, WRITTEN


def told(pack):
    """The statements of a pack, named as of one workstation."""
    return [one for made in statements(pack, records_of(pack)).values() for one in made]


def test_a_file_of_them_is_one_list_of_the_very_statements(sample):
    pack = sample.full()
    data = xapi_bytes(pack, records_of(pack))
    assert json.loads(data) == told(pack) and data.decode() == as_text(statements(pack, records_of(pack)))
    assert file_name("Tansy: a/b", FORMATS["xapi"].suffix) == "Tansy a b.xapi.json"


@pytest.mark.parametrize("field", WRITTEN)
def test_a_line_of_a_million_is_inert_in_them(sample, field):
    told_of, chosen = WRITTEN[field](sample.bare(), LINE)
    text = json.dumps(told(sample.pack(told_of, **chosen)), ensure_ascii=False)
    assert not set(text) & set(BIDI) and (len(text) < 100_000 or field == "title")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_is_inert_in_them(sample, payload):
    hostile = told(sample.pack(sample.filled_with(sample.typical(), payload)))
    text = json.dumps(hostile, ensure_ascii=False, allow_nan=False)
    assert not set(text) & set(BIDI) and text.encode("utf-8")
    assert json.loads(text) == json.loads(json.dumps(hostile))
    assert len(hostile) > len(sample.typical().turns)


def test_a_name_in_a_line_of_ones_own_is_in_none_of_them(sample):
    text = json.dumps(told(sample.pack(sample.typical())), ensure_ascii=False)
    for line in lines_of(sample.typical()):
        assert len(line.text.split()) < 3 or line.text not in text
