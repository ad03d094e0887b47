"""A small archive made by hand: three pages of two county papers, made-up news, and one of everything that is odd.

Page 1 (安阳日报, 22 September 2022): a feature in which people speak, a news item with a loss, a picture without a
title, an item with markup in its title. Page 2 (新乡日报, 1 October 2023): a column piece, an English item, a withheld
item. Page 3: nothing known but the month.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from jianbao.archive.model import Archive, Article, Group, Page, Redirect, Review
from jianbao.content.article import Author, Caption, FrontMatter, Proofreading, Withdrawal
from jianbao.content.ledger_outline import RawLine
from jianbao.settings import Folders, Newspaper, Settings

FEATURE = """九月的清晨，柳林村的水渠里又有了水声。这条停用多年的渠，今年春天由村民一锹一锹重新挖通，两岸的玉米地喝饱了水。

“往年浇一亩地要等三天，今年半天就够了。”七十岁的村民赵德顺站在渠边说，“我这把年纪，还能再种十年。”

镇里算过一笔账：水渠通水以后，三个村的两千亩地每年能省下四十多万元的电费。

## 一条渠，三个村

渠从柳林村起，经过后河村，到东岗村为止，全长四千二百米。挖渠的钱，一半是县里的补助，一半是村里凑的。

“当初也有人不愿意，”后河村党支部书记周大海回忆，“是开了七次村民会才定下来的。”

## 水到了，人也回来了

通水以后，在外打工的年轻人回来了十一户，合伙办起了育苗场。镇里说，明年还要把渠再往东修八百米。"""

ARTICLES = (
    ("7KQ2M9X/01", FrontMatter(
        title="清渠重通三村笑 农家又话旧时春", kicker=("水利惠民",), subtitle=("——柳林镇修复旧渠纪实",), kind="feature",
        authors=(Author("陈晓禾", "reporter"), Author("李长河", "correspondent"), Author("吴敏", "correspondent")),
        districts=("安阳市/文峰区", "安阳市/高新区"), topics=("农业农村",), page="1", page_name="要闻",
        captions=(Caption("通水当天，村民在渠边查看水情。", "李长河"),),
    ), FEATURE),
    ("7KQ2M9X/02", FrontMatter(
        title="高新区开展夏季用电检查", section="部门动态", kind="news", authors=(Author("陈晓禾", "reporter"),),
        districts=("安阳市/高新区",), topics=("安全生产",), page="1", page_name="要闻",
        proofread=(Proofreading("王老师", "2026-11-20"),),
    ), "连日来，高新区供电所对辖区企业开展用电检查，重点查看配电室、线路和\\[…\\]\n\n检查组要求，发现隐患当场整改。"),
    ("7KQ2M9X/03", FrontMatter(
        kind="photo", authors=(Author("孙立", "photographer"),), districts=("安阳市/文峰区",), page="1", page_name="要闻",
    ), "9月21日，光明路街道的志愿者在清扫落叶。入秋以来，该街道每天有三十多名志愿者上路服务。"),
    ("7KQ2M9X/04", FrontMatter(
        title='网络课堂讲<script>alert("x")</script>与 & 的故事', kind="brief", districts=("安阳市/文峰区",), page="1",
    ), "图书馆开设网络课堂，第一课讲 <b>网页</b> 是怎样写成的。"),
    ("B3D8F1Z/01", FrontMatter(
        title="今日评论：把小事办好", section="今日评论", kind="commentary", authors=(Author("林一舟", "writer"),),
        districts=("新乡市/高新区",), topics=("社区治理",), page="3",
    ), "路灯亮不亮，井盖平不平，都是小事。可是居民天天从这里走，小事就成了大事。"),
    ("B3D8F1Z/02", FrontMatter(
        title="Visitors from Kent tour the new library", kind="news", language="en", districts=("新乡市/高新区",), page="3",
    ), "Eleven teachers visited the district library on Saturday. “It is bright,” said one of them."),
    ("B3D8F1Z/03", FrontMatter(
        title="一则涉及隐私的旧闻", kind="news", authors=(Author("陈晓禾", "reporter"),), districts=("新乡市/高新区",),
        topics=("社区治理",), page="3", withheld=Withdrawal("当事人请求", "2026-11-21"),
    ), "这段文字不应出现在网站的任何地方。"),
    ("ZZ9YX1W/01", FrontMatter(
        title="卫东区新建三所小学", kind="news", authors=(Author("何苗", "reporter"),), districts=("平顶山市/卫东区",),
        topics=("教育",),
    ), "卫东区今年开工建设三所小学，明年秋季可以招生。"),
)  # fmt: skip

PAPERS = {"7KQ2M9X": "安阳日报", "B3D8F1Z": "新乡日报", "ZZ9YX1W": ""}
ISSUED = {"7KQ2M9X": "2022-09-22", "B3D8F1Z": "2023-10-01", "ZZ9YX1W": "2020-03"}
ADDED = {"7KQ2M9X": "2026-11-19", "B3D8F1Z": "2026-11-21", "ZZ9YX1W": "2026-11-21"}
CITIES = {"7KQ2M9X": "安阳市", "B3D8F1Z": "新乡市", "ZZ9YX1W": "平顶山市"}
SLUGS = {
    "安阳市": "anyang-4105", "新乡市": "xinxiang-4107", "平顶山市": "pingdingshan-4104",
    "安阳市/文峰区": "wenfengqu-410502", "安阳市/高新区": "gaoxinqu-4105h", "新乡市/高新区": "gaoxinqu-4107h",
    "平顶山市/卫东区": "weidongqu-410403", "农业农村": "agriculture", "安全生产": "safety", "社区治理": "community",
    "教育": "education", "安阳日报": "anyangribao", "新乡日报": "xinxiangribao", "陈晓禾": "chenxiaohe-1a2b",
    "李长河": "lichanghe-2b3c", "吴敏": "wumin-3c4d", "孙立": "sunli-4d5e", "林一舟": "linyizhou-5e6f", "何苗": "hemiao-6f70",
}  # fmt: skip


def sample_archive(extra: int = 0) -> Archive:
    """The archive described above; with `extra` more short items on the undated page, for lists that need paging."""
    more = [
        (
            f"ZZ9YX1W/{number:02}",
            FrontMatter(title=f"卫东区短讯之{number}", kind="brief", districts=("平顶山市/卫东区",)),
            f"短讯第{number}则。",
        )
        for number in range(2, 2 + extra)
    ]
    articles = _linked([_article(*one) for one in (*ARTICLES, *more)])
    by_id = {article.id: article for article in articles}
    pages = {id: _page(id, [one for one in articles if one.page == id]) for id in PAPERS}
    return Archive(
        articles=by_id,
        pages=pages,
        districts=_groups("district", "districts", articles, lambda one: one.front.districts),
        cities=_groups("city", "cities", articles, lambda one: [name.split("/")[0] for name in one.front.districts]),
        topics=_groups("topic", "topics", articles, lambda one: one.front.topics),
        newspapers=_groups("newspaper", "newspapers", articles, lambda one: [one.front.newspaper]),
        days=_days(articles),
        reporters=_groups("reporter", "reporters", articles, lambda one: [author.name for author in one.front.authors]),
        news=tuple(one.id for one in sorted(articles, key=lambda one: one.front.added, reverse=True)),
        undated=("ZZ9YX1W",),
        redirects=(
            Redirect("a/0LDPAGE/01/", "a/7KQ2M9X/01/"),
            Redirect("a/0LDPAGE/02/", "https://elsewhere.example/moved/"),
        ),
        review=(Review("loss", "a/7KQ2M9X/02/", "安阳/页一/02.md", "原文缺一处", "one loss in the text"),),
        problems=(),
    )


def sample_settings(folder: Path, **changes: object) -> Settings:
    """Settings of an archive in `folder`, published under the sub-path /repo/."""
    folders = Folders(folder, folder / "seeds", folder / "content", folder / "site", folder / ".jianbao")
    settings = Settings(
        folders,
        title="中原剪报",
        subtitle="县区报纸剪存",
        address="https://example.org/repo/",
        newspapers=(Newspaper("安阳日报", rights="版权归安阳日报社所有"),),
        edit_url="https://github.com/name/repo/edit/main/content/{file}",
    )
    return replace(settings, **changes)  # type: ignore[arg-type]


def _article(id: str, front: FrontMatter, body: str) -> Article:
    page, number = id.split("/")
    issued = ISSUED[page]
    front = replace(
        front, id=id, issued=issued, date=issued if len(issued) == 10 else "", newspaper=PAPERS[page], added=ADDED[page]
    )
    plain = body.replace("## ", "").replace("\\[", "[").replace("\\]", "]")
    display = front.title or f"〔图片〕{plain.split('，')[1]}…"
    return Article(
        id=id, path=f"a/{id}/", file=f"安阳/页一/{number}.md", front=front, body=body, display=display,
        summary=plain.split("\n")[0][:90], plain=plain, page=page, position=int(number),
        districts=tuple(SLUGS[name] for name in front.districts), topics=tuple(SLUGS[name] for name in front.topics),
        reporters=tuple(SLUGS[one.name] for one in front.authors),
        keywords=("水渠", "柳林村"), newspaper=SLUGS.get(front.newspaper, ""), previous="", next="", edited=False, digest=id,
        edits={"full-width": 9, "quotes": 2, "space": 1},
    )  # fmt: skip


def _linked(articles: list[Article]) -> list[Article]:
    ids = ["", *(article.id for article in articles), ""]
    return [replace(article, previous=ids[place], next=ids[place + 2]) for place, article in enumerate(articles)]


def _page(id: str, articles: list[Article]) -> Page:
    lines = [RawLine(1, "新时代 新征程", ("banner",)), RawLine(2, "", ())]
    for article in articles:
        for paragraph in [article.front.title, *article.plain.split("\n\n")]:
            lines.append(RawLine(len(lines) + 1, paragraph.replace("，", ","), (article.id,)))
    lines.append(RawLine(len(lines) + 1, "星", ("noise",)))
    name = f"{PAPERS[id] or CITIES[id] + '某报'} {ISSUED[id]}"
    ids = list(PAPERS)
    at = ids.index(id)
    return Page(
        id=id, path=f"p/{id}/", file=f"安阳/{id}.txt", newspaper=SLUGS.get(PAPERS[id], ""), issued=ISSUED[id],
        date=ISSUED[id] if len(ISSUED[id]) == 10 else "", page=articles[0].front.page, page_name=articles[0].front.page_name,
        edition="", city=CITIES[id], encoding="utf-8", display=name, articles=tuple(one.id for one in articles),
        furniture=(("banner", "新时代 新征程"), ("noise", "星")), losses=sum("[…]" in one.plain for one in articles),
        doubts=(), edits={"full-width": 27, "quotes": 4, "space": 4, "join-lines": 2},
        characters=sum(len("".join(line.text.split())) for line in lines),
        lines=tuple(lines), source_url="", rights="", image="", previous=ids[at - 1] if at else "",
        next=ids[at + 1] if at + 1 < len(ids) else "", digest=id, folder=f"安阳/{id}",
    )  # fmt: skip


def _groups(
    kind: str, area: str, articles: list[Article], names_of: Callable[[Article], Iterable[str]]
) -> dict[str, Group]:
    found: dict[str, list[str]] = {}
    for article in _newest_first(articles):
        for name in dict.fromkeys(names_of(article)):
            found.setdefault(name, []).append(article.id)
    return {
        SLUGS[name]: Group(
            kind, SLUGS[name], f"{area}/{SLUGS[name]}/", name.split("/")[-1], name, tuple(ids),
            parent=SLUGS[name.split("/")[0]] if "/" in name else "",
        )
        for name, ids in sorted(found.items()) if name
    }  # fmt: skip


def _days(articles: list[Article]) -> dict[str, Group]:
    days: dict[str, list[str]] = {}
    for article in articles:
        if article.front.date:
            days.setdefault(article.front.date, []).append(article.id)
    return {
        day: Group("day", day, f"dates/{day.replace('-', '/')}/", day, day, tuple(ids))
        for day, ids in sorted(days.items())
    }


def _newest_first(articles: list[Article]) -> list[Article]:
    return sorted(articles, key=lambda one: (one.front.date, one.page), reverse=True)
