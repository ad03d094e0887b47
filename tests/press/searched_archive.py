"""The sample archive as the search needs it: numbered, and with texts that a careless search would find or miss."""

from __future__ import annotations

from dataclasses import replace

from jianbao.archive.model import Archive, Named

from .sample_archive import sample_archive

TEXTS = {
    "ZZ9YX1W/02": "环境好了，营商也容易。商环路今天通车。",  # has 营商, 商环 and 环境, and not 营商环境
    "ZZ9YX1W/03": "区里说，优化营商环境，要从小事做起。",
    "ZZ9YX1W/04": "老報人憶舊：當年便講營商環境。",
    "ZZ9YX1W/05": "小麦丰收，粮仓满了。区里说，小麦每亩增产两成。",
    "ZZ9YX1W/06": "小麦播种以后，村里又说起大豆，大豆比小麦更省水。",
    "ZZ9YX1W/07": "大豆价格上涨。" + "这是一段很长的话，用来把两样东西隔开。" * 6 + "小麦价格不变。",
}
TITLES = {"ZZ9YX1W/05": "夏粮入库", "ZZ9YX1W/08": "大豆与小麦"}
EXTRA = 60


def searched_archive() -> Archive:
    """Sixty-eight articles, one of them withheld; the number 5 was never given or its article is gone."""
    archive = sample_archive(extra=EXTRA)
    articles = {}
    for place, (id, article) in enumerate(archive.articles.items()):
        text, title = TEXTS.get(id, article.plain), TITLES.get(id, article.front.title)
        articles[id] = replace(
            article,
            number=place + (place >= 5),
            body=TEXTS.get(id, article.body),
            plain=text,
            display=TITLES.get(id, article.display),
            front=replace(article.front, title=title),
            people=(Named("赵德顺", "person", path="people/zhaodeshun-1a2b/"),) if id == "7KQ2M9X/01" else (),
            digest=id + text,
        )
    return replace(archive, articles=articles)
