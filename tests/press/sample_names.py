"""The sample archive with everything linked: people, places, organizations, a series, related and continued articles.

The waterway feature (7KQ2M9X/01) goes on on page 4 (7KQ2M9X/05). Somebody and some place are named in the withheld
article only, and the withheld article is among the related ones: none of that may be seen.
"""

from __future__ import annotations

import re
from dataclasses import replace

from jianbao.archive.model import Archive, Article, Entity, Group, Mention, Named, Post, Quote, Related
from jianbao.content.article import FrontMatter
from jianbao.content.markdown import plain_text

FEATURE, CHECK, PICTURE, REST = "7KQ2M9X/01", "7KQ2M9X/02", "7KQ2M9X/03", "7KQ2M9X/05"
COMMENT, ENGLISH, WITHHELD, SCHOOLS = "B3D8F1Z/01", "B3D8F1Z/02", "B3D8F1Z/03", "ZZ9YX1W/01"

CITY, DISTRICT, TOWN = ("city", "anyang-4105"), ("district", "wenfengqu-410502"), ("place", "liulinzhen-1a01")
PUBLISHED = {
    "person": {"赵德顺": "zhaodeshun-3c01", "周大海": "zhoudahai-3c02", "陈晓禾": "chenxiaohe-3c03", "隐名人": "yinmingren-3c04"},
    "place": {
        "柳林镇": "liulinzhen-1a01", "柳林村": "liulincun-1a02", "后河村": "houhecun-1a03", "东岗村": "donggangcun-1a04",
        "光明路街道": "guangminglujiedao-1a05", "隐名村": "yinmingcun-1a06",
    },
    "organization": {"高新区供电所": "gaoxinqugongdiansuo-2b01", "图书馆": "tushuguan-2b02"},
}  # fmt: skip
AREAS = {"person": "people", "place": "places", "organization": "organizations"}
ABOVE = {
    "赵德顺": (CITY, DISTRICT), "周大海": (CITY, DISTRICT), "陈晓禾": (CITY,), "柳林镇": (CITY, DISTRICT),
    "柳林村": (CITY, DISTRICT, TOWN),
    "后河村": (CITY, DISTRICT, TOWN), "东岗村": (CITY, DISTRICT, TOWN), "光明路街道": (CITY, DISTRICT),
    "高新区供电所": (CITY, ("district", "gaoxinqu-4105h")),
}  # fmt: skip
SORTS = {"柳林镇": "town", "光明路街道": "town", "高新区供电所": "company", "图书馆": "other"}
REST_TEXT = "沿渠栽的八百棵柳树已经成活。柳林村的周大海说，树是各家各户认领的。"


def with_names(archive: Archive) -> Archive:
    """The archive with its links."""
    rest = _rest_of(archive.articles[FEATURE])
    articles = {id: replace(one, plain=plain_text(one.body)) for id, one in archive.articles.items()}
    articles = {**articles, REST: rest}
    ordered = {id: articles[id] for id in sorted(articles, key=lambda id: (list(archive.pages).index(id[:7]), id))}
    entities = {kind: _entities(kind, ordered) for kind in PUBLISHED}
    linked = {id: _linked(one, entities) for id, one in ordered.items()}
    page = archive.pages["7KQ2M9X"]
    return replace(
        archive,
        articles=linked,
        pages={**archive.pages, page.id: replace(page, articles=(*page.articles, REST))},
        people=entities["person"],
        places=entities["place"],
        organizations=entities["organization"],
        series={"xiangcun-9f01": Group("series", "xiangcun-9f01", "series/xiangcun-9f01/", "乡村见闻", "乡村见闻", (FEATURE, COMMENT))},
        days={**archive.days, "2021-09-22": Group("day", "2021-09-22", "dates/2021/09/22/", "2021-09-22", "2021-09-22", (SCHOOLS,))},
    )  # fmt: skip


def _rest_of(feature: Article) -> Article:
    front = replace(FrontMatter(), id=REST, kind="feature", title="清渠重通三村笑（续）", districts=feature.front.districts,
                    issued=feature.front.issued, date=feature.front.date, newspaper=feature.front.newspaper, page="4",
                    page_name="综合", added=feature.front.added)  # fmt: skip
    return replace(
        feature, id=REST, path=f"a/{REST}/", file="安阳/页一/05.md", front=front, body=REST_TEXT, plain=REST_TEXT,
        display=front.title, summary=REST_TEXT, position=5, reporters=(), previous="7KQ2M9X/04", next=COMMENT, digest=REST,
        topics=(), keywords=(),
    )  # fmt: skip


def _entities(kind: str, articles: dict[str, Article]) -> dict[str, Entity]:
    found = {}
    for name, slug in sorted(PUBLISHED[kind].items(), key=lambda pair: pair[1]):
        hidden = name.startswith("隐名")
        quotes = [Quote(WITHHELD, "text", 0, 2)] if hidden else [
            Quote(id, part, match.start(), match.end())
            for id, one in sorted(articles.items(), key=lambda pair: (pair[1].front.date, pair[0]), reverse=True)
            for part, text in (("title", _title(one)), ("text", one.plain), ("caption", _captions(one)))
            for match in re.finditer(name, text)
        ]  # fmt: skip
        named = dict.fromkeys(quote.article for quote in quotes)
        found[slug] = Entity(
            kind, slug, f"{AREAS[kind]}/{slug}/", name, _label(name), SORTS.get(name, "person" if kind == "person" else "village"),
            tuple(named) or ((FEATURE,) if name == "陈晓禾" else ()), tuple(quotes), above=ABOVE.get(name, ()), below=_below(name),
            public=name != "赵德顺",
        )  # fmt: skip
    return {slug: _told(one) for slug, one in found.items()}


def _told(one: Entity) -> Entity:
    """What is known of some of them besides."""
    if one.name == "周大海":
        posts = (Post("后河村党支部书记", "2022-09-22", FEATURE), Post("不可见的职务", "2023-10-01", WITHHELD))
        return replace(one, posts=posts, other_names=("老周",))
    if one.name == "陈晓禾":
        return replace(one, reporter="chenxiaohe-1a2b")
    if one.name == "柳林村":
        why = ("文章写到柳林镇。", "The article names the town of Liulin.")
        return replace(one, why=why, elsewhere=("河北省/某县/柳林村",), namesakes=("houhecun-1a03",))
    return one


def _below(name: str) -> tuple[str, ...]:
    return ("donggangcun-1a04", "houhecun-1a03", "liulincun-1a02") if name == "柳林镇" else ()


def _label(name: str) -> str:
    return f"{name}（安阳市文峰区）" if name == "柳林村" else name


def _linked(article: Article, entities: dict[str, dict[str, Entity]]) -> Article:
    slugs = [(name, kind, slug) for kind, names in PUBLISHED.items() for name, slug in names.items()]
    slugs.append(("高新区", "district", "gaoxinqu-4105h"))
    found = [
        Mention(match.start(), match.end(), kind, slug)
        for name, kind, slug in slugs
        for match in re.finditer(name, article.plain)
    ]
    named = {kind: _named(kind, found, entities) for kind in PUBLISHED}
    changes: dict[str, object] = {
        FEATURE: {
            "people": (*named["person"], Named("李无名", "person", "安阳市/文峰区"),
                       Named("陈晓禾", "reporter", "", "reporters/chenxiaohe-1a2b/")),
            "related": (
                Related(COMMENT, "同一系列：乡村见闻", "the same series: 乡村见闻"),
                Related(WITHHELD, "不可见的理由", "an unseen reason"),
            ),
            "series": ("xiangcun-9f01",),
            "on_this_day": (SCHOOLS, WITHHELD),
            "continued": (FEATURE, REST),
        },
        REST: {"continued": (FEATURE, REST)},
    }.get(article.id, {})  # fmt: skip
    return replace(article, **{
        "mentions": _apart(found), "people": tuple(named["person"]), "places": tuple(named["place"]),
        "organizations": tuple(named["organization"]), **changes,
    })  # fmt: skip


def _named(kind: str, found: list[Mention], entities: dict[str, dict[str, Entity]]) -> list[Named]:
    slugs = dict.fromkeys(one.slug for one in found if one.kind == kind)
    known = [entities[kind][slug] for slug in slugs]
    return [
        Named(one.name, one.sort, "安阳市/文峰区" if len(one.above) > 1 else "", one.path, one.name) for one in known
    ]


def _apart(found: list[Mention]) -> tuple[Mention, ...]:
    """Of two that overlap the longer one, in the order of the text."""
    kept: list[Mention] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


def _title(article: Article) -> str:
    front = article.front
    return "\n".join((*front.kicker, *filter(None, [front.title]), *front.subtitle))


def _captions(article: Article) -> str:
    return "\n".join(caption.text for caption in article.front.captions if caption.text)
