"""Raw pages in any encoding of the trade; a byte that cannot be read is told, never replaced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.text.encoding import Decoded, Fault, NotText, decode

PAGE = "奋进新征程 建功新时代\r\n\r\n本报讯(记者周俊英)近日,文峰区召开大会,总结经验,安排部署下一步工作。\n“开门红”——我们要努力。\n"
ENGLISH = "The Town Council met on Tuesday. Mr. Smith said the café was “not for sale” — and £5 is enough.\n"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
    ],
)
def test_a_chinese_page_is_read_whatever_its_encoding(codec, name):
    """To the letter, line ends as they were, without a byte order mark."""
    assert decode(PAGE.encode(codec)) == Decoded(PAGE, name)


def test_a_traditional_page_in_big5_is_not_taken_for_gbk():
    """Both decode; the one that reads as Chinese is right."""
    text = "本報訊(記者王小明)近日,縣政府召開會議,討論今年的工作。\n"
    assert decode(text.encode("big5")) == Decoded(text, "big5hkscs")


@pytest.mark.parametrize(("codec", "name"), [("cp1252", "windows-1252"), ("utf-8", "utf-8"), ("utf-16-le", "utf-16")])
def test_an_english_page_is_read(codec, name):
    """Curly quotes and the pound sign of Windows included."""
    assert decode(ENGLISH.encode(codec)) == Decoded(ENGLISH, name)


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\r\n"])
def test_an_empty_file_is_empty(data):
    """Also with a byte order mark or blank lines."""
    assert decode(data) == NotText(Fault.EMPTY)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 40,
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        b"PK\x03\x04\x14\x00\x06",
        bytes(range(256)),
    ],
)
def test_what_is_no_text_is_told(data):
    """A picture, a PDF, a Word file, anything."""
    assert isinstance(decode(data), NotText)


def test_a_page_that_begins_with_bm_is_no_picture():
    """Two letters do not make a bitmap."""
    assert isinstance(decode(b"BMA meeting tonight. All members are asked to come.\n"), Decoded)


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_few_broken_bytes_are_told_with_their_place(codec):
    """Line and byte; no character is made up for them."""
    lines = [
        "第一行的文字在这里。\n".encode(codec),
        "第二行，".encode(codec) + b"\xff" + "也有文字在此。\n".encode(codec) * 5,
    ]
    found = decode(b"".join(lines))
    assert isinstance(found, NotText)
    assert (found.fault, found.encoding, found.line) == (Fault.BROKEN, codec, 2)
    assert found.offset == len(lines[0]) + len("第二行，".encode(codec))


COMMON = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工"
CLAUSES = st.tuples(st.text(st.sampled_from(COMMON), min_size=5, max_size=12), st.sampled_from("，。、“”")).map("".join)


@given(
    text=st.lists(CLAUSES, min_size=2, max_size=6).map("".join),
    codec=st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]),
)
def test_decoding_undoes_encoding(text, codec):
    """On any clauses of the newspapers' common characters, with a mark after each."""
    decoded = decode(text.encode(codec))
    assert isinstance(decoded, Decoded)
    assert decoded.text == text


@given(data=st.binary(max_size=200))
def test_no_bytes_make_a_replacement_character(data):
    """Whatever the bytes: a text that gives them back, or none."""
    decoded = decode(data)
    if isinstance(decoded, Decoded):
        assert "\ufffd" not in decoded.text or "\ufffd".encode(decoded.encoding) in data
        assert decoded.text.strip()


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_a_file_saved_after_a_wrong_decoding(wrong: str) -> None:
    """All of it went through two encodings and comes back through both, which the name says."""
    text = "近日，柳河县召开春耕工作会议。\n本报讯 记者从会上获悉。\n"
    garbled = "".join(bytes([byte]).decode(wrong, "ignore") or chr(byte) for byte in text.encode())
    assert decode(garbled.encode()) == Decoded(text, "utf-8 via windows-1252")
    assert decode(text.encode("gb18030").decode("latin-1").encode()) == Decoded(text, "gb18030 via windows-1252")


def test_a_file_with_some_accents_is_left_alone() -> None:
    """A real text is never taken for a garbled one."""
    for text in ("The café at Château-Thierry is open.\n", "鍙與鍥皆罕見之字，鐵路總會。\n", "Müller 说，气温25°。\n"):
        assert decode(text.encode()) == Decoded(text, "utf-8")
