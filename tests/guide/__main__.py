"""python -m tests.guide writes assets/guide/codes.md, the schemas in assets/schema and the shipped Word forms."""

from hrtrainer.scenario.schema import as_text
from hrtrainer.shipped import read_reference
from tests.guide import pack_schema, reply_schema, word
from tests.guide.page import page
from tests.stage import ASSETS

if __name__ == "__main__":
    (ASSETS / "guide" / "codes.md").write_text(page(), encoding="utf-8", newline="\n")
    (ASSETS / "schema" / "scenario-1.json").write_text(as_text(read_reference(ASSETS)), encoding="utf-8", newline="\n")
    (ASSETS / "schema" / "pack-1.json").write_text(pack_schema.as_text(), encoding="utf-8", newline="\n")
    (ASSETS / "schema" / "reply-1.json").write_text(reply_schema.as_text(), encoding="utf-8", newline="\n")
    word.write()
    print("Written: assets/guide/codes.md, three schemas in assets/schema, and two Word forms")
