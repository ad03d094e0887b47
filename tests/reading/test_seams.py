"""Whether a text that breaks off goes on in the next block: read on where the seam says so, else a loss is marked.

The cases are the last words of one block and the first of the next, in one article. A false join makes a sentence that
nobody printed; so where nothing speaks for reading on, `[…]` stands.
"""

from __future__ import annotations

import pytest

from jianbao.reading.page import Facts, RawPage
from jianbao.reading.read import read_page

HEAD = "柳河县三条河道换新颜\n\n□本报记者 李青\n\n柳河县去年冬天开工整治三条河道,沅溪两岸的村民拍手称快。\n\n"
BEFORE = "工程由县水利局负责,先清淤,后植绿,再修步道,一段一段往前推;"


def body(left: str, right: str) -> str:
    """The body of an article with the seam between two blocks."""
    (article,) = read_page(RawPage("page.txt", f"{HEAD}{BEFORE}{left}\n\n{right}\n"), Facts()).articles
    return article.body


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("全县动员了两万多名群", "众参加劳动,两个月就清完了。"),
        ("共清出淤泥6", "万立方米,沿河栽柳一万多株。"),
        ("县长说,“河清了,", "人心才能清。”说完他先下了河。"),
        ("步道一直修到了沅", "溪上游的茶园,老人们早晚都来走一走。"),
        ("两岸的村民都说,", "河水清了,人也愿意到河边来了。"),
        ("新栽的柳树增强了堤岸", "的固土能力,汛期再也不怕塌方。"),
        ("老人们坐在河边的石凳上下棋、", "聊天,孩子们在步道上骑车。"),
    ],
    ids=["word", "number and unit", "quotation", "name that the page has", "comma", "particle", "list of things"],
)
def test_text_goes_on(left: str, right: str) -> None:
    """A word or a quotation across the seam, a comma before it, a particle after it: one sentence."""
    text = body(left, right)
    assert "[…]" not in text
    assert (left + right).replace(",", "，") in text


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("全县动员各方力量,进一步激", "据了解,河西村的步道已经修到村口,老人们早晚都来走。"),
        ("县里计划明年再整治两条河道,并把步道延", "同时,河西村还要建一座水上公园,方便村民休闲。"),
        ("县水利局局长表示,下一步要深化", "“河水清了,我们天天来。”河西村村民何春山说。"),
    ],
    ids=["paragraph opener", "opener after a torn word", "speech"],
)
def test_loss_is_marked(left: str, right: str) -> None:
    """What follows opens a paragraph of its own: the first text has lost its end, and the two are not read as one."""
    text = body(left, right)
    assert f"{left.replace(',', '，')}[…]\n\n" in text
    assert "[…]" not in text.partition("[…]")[2]


def test_paragraph_that_ends_is_whole() -> None:
    """Never: a stop at the end, and no mark of a loss."""
    assert "[…]" not in body("两个月就清完了。", "沿河栽柳一万多株,步道修了十里。")
