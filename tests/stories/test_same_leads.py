"""A text put right leads where it led, and is led to, as long as the change is nobody else's concern; else all is looked at again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.archive.stories.clues import find_clues
from jianbao.archive.stories.related import relate
from jianbao.archive.stories.same_leads import Holders, Later, Owned, same_leads
from jianbao.archive.stories.traits import Traits
from tests.stories.reports import archive, report
from tests.stories.test_related import IDS, SENTENCES, any_report, some

Archive = dict[str, Traits]


def holders_in(articles: Archive) -> Holders:
    """Who has which clue, by what is kept of these articles."""
    return Holders.of_all(relate(articles, None)[1])


def put_right(one: Traits, text: str, *keywords: str) -> Traits:
    """The article with another text; with other keywords if any are given."""
    return replace(one, text=text, digest=text, keywords=keywords or one.keywords)


def leads_stay(articles: Archive, now: Traits, later: Later | None = None) -> tuple[Owned, Owned] | None:
    """What is found where `now` takes the place of the article of its id."""
    holders = holders_in(articles).but(later or {})
    return same_leads(articles[now.id], now, holders, lambda id: articles[id].text)


def clues_of(one: Traits) -> Owned:
    """The clues of an article."""
    central, passing = find_clues(one).clues
    return frozenset((*central, *passing))


# ---------------------------------------------------------------- what is whose concern
SHARED = "青石冷链物流园昨天封顶，三百多名工人参加了仪式。"
OF_THE_FIRST = "投产以后能存两万吨苹果和一万吨蔬菜，果农不必再把苹果卖给过路的客商。"
OF_THE_SECOND = "记者在现场看到，塔吊还没有拆，工人们正在清点剩下的钢筋和模板，准备过年回家。"
FIRST = report("AAAAAAA/01", "封顶", SHARED + OF_THE_FIRST, people=["胡启明"], keywords=("薄壳山核桃",))
SECOND = report("BBBBBBB/01", "现场", SHARED + OF_THE_SECOND, people=["胡启明"], keywords=("嫁接苗圃",))
THIRD = report("CCCCCCC/01", "丰收", "聂家庄的玉米今年又是一个大丰收。", people=["丁三喜"], keywords=("油茶籽油",))
PAPERS = archive(FIRST, SECOND, THIRD)


@pytest.mark.parametrize(
    "text",
    [
        FIRST.text.replace("两万吨", "二万吨"),
        FIRST.text + "记者还了解到，明年二月招工。",
        SHARED + "投产以后能存两万吨苹果和一万吨蔬菜。果农不必再把苹果卖给过路的客商。",
        FIRST.text + "大家说好。",
        FIRST.text + "塔吊拆了。" * 30 + "胡启明走了。",
    ],
)
def test_a_clause_of_its_own_may_be_another(text: str) -> None:
    """A word put right, a sentence more, another mark: nobody else has that clause. What the clues were and are comes back."""
    now = put_right(FIRST, text)
    assert leads_stay(PAPERS, now) == (clues_of(FIRST), clues_of(now))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (FIRST.text + THIRD.text, "a clause that the third article has came in"),
        (FIRST.text.replace("青石冷链", "清石冷链"), "a clause that the second article has went"),
        (FIRST.text.replace("三百多名", "二百多名"), "the other clause of that sentence went"),
        ("塔吊拆了。" * 30 + FIRST.text, "the project, which both are about, stands too far down now"),
        (FIRST.text + "柳城青石冷链物流园的门口停满了车。", "readers of it see the project under its longer name now"),
        ("胡启明来了。" + FIRST.text, "it is about 胡启明 now, whom the second article names too"),
    ],
)
def test_a_clause_that_another_article_has_may_not(text: str, why: str) -> None:
    """The two have more or less in common than they had."""
    assert leads_stay(PAPERS, put_right(FIRST, text)) is None, why


def test_keywords_of_its_own_may_be_others() -> None:
    """A rare word that nobody else has came or went; one that another article has is the concern of both."""
    assert leads_stay(PAPERS, put_right(FIRST, FIRST.text, "杂交构树叶")) is not None
    assert leads_stay(PAPERS, put_right(FIRST, FIRST.text, "薄壳山核桃", "企业")) is not None
    assert leads_stay(PAPERS, put_right(FIRST, FIRST.text, "薄壳山核桃", "嫁接苗圃")) is None
    assert leads_stay(PAPERS, put_right(FIRST, FIRST.text, "嫁接苗圃")) is None


def test_an_article_may_not_come_to_be_about_what_it_mentioned() -> None:
    """Named three times, 胡启明 is what it is about, which says more to the other article that names him."""
    thrice = "塔吊拆了。" * 30 + "胡启明来了，胡启明看了，胡启明走了。"
    twice = thrice.replace("，胡启明走了", "，他走了")
    mentions, alone = put_right(FIRST, twice), {"AAAAAAA/01": put_right(FIRST, twice), "CCCCCCC/01": THIRD}
    assert leads_stay({**PAPERS, "AAAAAAA/01": mentions}, put_right(FIRST, thrice)) is None
    assert leads_stay(alone, put_right(FIRST, thrice)) is not None


def test_a_text_that_becomes_a_reprint_leads_elsewhere() -> None:
    """What was lost was its own, and what is left is all in the other one: now it is that text printed again; and back again."""
    reprint = put_right(FIRST, SHARED)
    assert leads_stay(PAPERS, reprint) is None
    assert leads_stay({**PAPERS, "AAAAAAA/01": reprint}, FIRST) is None


def test_a_reprint_that_stays_one_leads_where_it_led() -> None:
    """A short sentence of its own more does not make it another text."""
    reprint = put_right(FIRST, SHARED)
    assert leads_stay({**PAPERS, "AAAAAAA/01": reprint}, put_right(FIRST, SHARED + "现场响起掌声。")) is not None


# ---------------------------------------------------------------- one change after another
def test_what_came_into_one_article_is_no_longer_the_other_ones_own() -> None:
    """The third article got a sentence since; where the first gets it too, both have it, though nothing kept says so."""
    news = "柳城的第一场雪下了一整夜。"
    third = put_right(THIRD, THIRD.text + news)
    clues = leads_stay(PAPERS, third)
    assert clues is not None
    since, first = {**PAPERS, "CCCCCCC/01": third}, put_right(FIRST, FIRST.text + news)
    assert leads_stay(since, first, {"CCCCCCC/01": clues}) is None
    assert leads_stay(PAPERS, first) is not None


def test_what_went_out_of_one_article_is_free_for_another() -> None:
    """Nobody has the sentence any more, though what is kept says that the third article has it."""
    third = put_right(THIRD, "聂家庄下雪了，田里一片白。")
    clues = leads_stay(PAPERS, third)
    assert clues is not None
    since, first = {**PAPERS, "CCCCCCC/01": third}, put_right(FIRST, FIRST.text + THIRD.text)
    assert leads_stay(since, first, {"CCCCCCC/01": clues}) is not None
    assert leads_stay(PAPERS, first) is None


def test_an_article_changed_twice_is_known_by_what_it_was_at_first() -> None:
    """When all were looked at: that is what everything else that is kept goes by."""
    once = put_right(FIRST, FIRST.text + "明年二月招工。")
    clues = leads_stay(PAPERS, once)
    assert clues is not None
    twice = put_right(FIRST, FIRST.text + "明年三月才招工。")
    after = leads_stay({**PAPERS, "AAAAAAA/01": once}, twice, {"AAAAAAA/01": clues})
    assert after == (clues_of(FIRST), clues_of(twice))


# ---------------------------------------------------------------- whatever the archive, whatever the changes
NEWS = ["柳城的第一场雪下了一整夜，早上出门的人都说好多年没有见过这样大的雪了。", "明年二月招工。"]
"""What no article says at first, and several may say later."""


def house_of(id: str) -> str:
    """PAGE1/02 → 1甲2号院: every sentence in which it stands is the article's own."""
    return f"{id[4]}甲{id[-1]}号院"


def own_sentences(id: str) -> list[str]:
    """What no other article says, and names nobody."""
    house = house_of(id)
    return [
        f"{house}的枣树今年结了三百斤枣子。",
        f"街坊都说{house}的枣子很甜。",
        f"{house}的门口停着三辆收枣子的大车。",
    ]


def naming_sentences(id: str) -> list[str]:
    """What no other article says, of somebody or something that others name too."""
    house = house_of(id)
    return [
        f"胡启明在{house}，胡启明很忙，胡启明说枣子好。",
        f"区教育局和区发改委在{house}开会。",
        f"从小营村到太昊路街道，人人知道{house}。",
        f"{house}就在柳城青石冷链物流园旁边。",
    ]


@st.composite
def texts(draw: st.DrawFn, id: str, shared: Sequence[str]) -> str:
    """These sentences that other articles may have too, some of its own, and now and then one in which it names somebody."""
    own = draw(some(own_sentences(id)))
    naming = draw(st.lists(st.sampled_from(naming_sentences(id)), max_size=1))
    return "".join((*shared, *own, *naming))


@st.composite
def archives(draw: st.DrawFn) -> Archive:
    """Articles with much in common, each with something of its own."""
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, min_size=2, max_size=9))
    return {id: put_right(draw(any_report(id)), draw(texts(id, draw(some(SENTENCES))))) for id in ids}


@st.composite
def corrected(draw: st.DrawFn) -> tuple[Archive, list[Traits]]:
    """An archive, and articles of it as they are after one correction and another: often of what is the article's own."""
    articles = draw(archives())
    now, changes = dict(articles), list[Traits]()
    for id in draw(st.lists(st.sampled_from(sorted(articles)), min_size=1, max_size=6)):
        shared = [sentence for sentence in (*SENTENCES, *NEWS) if sentence in now[id].text]
        more = draw(st.sampled_from([(), (), (), (NEWS[0],), NEWS, (SENTENCES[0],)]))
        keywords = draw(st.sampled_from([(), (), ("玉簪",), (f"{id[4]}号核桃苗",), ("薄壳山核桃", "企业")]))
        kept = draw(st.sampled_from([shared, shared, shared[:1]]))
        now[id] = put_right(now[id], draw(texts(id, tuple(dict.fromkeys((*kept, *more))))), *keywords)
        changes.append(now[id])
    return articles, changes


@settings(max_examples=100)
@given(corrected())
def test_where_leads_are_said_to_stay_they_do(history: tuple[Archive, list[Traits]]) -> None:
    """After every correction each article leads to the same others for the same reasons, in both languages, in the same order."""
    articles, changes = history
    found, kept = relate(articles, None)
    holders, later = Holders.of_all(kept), dict[str, tuple[Owned, Owned]]()
    for now in changes:
        before, articles = articles[now.id], {**articles, now.id: now}
        texts_now = {id: one.text for id, one in articles.items()}
        clues = same_leads(before, now, holders.but(later), texts_now.__getitem__)
        again, kept = relate(articles, None)
        if clues is None:
            holders, later = Holders.of_all(kept), {}
        else:
            assert again == found
            later[now.id] = clues
        found = again


@settings(max_examples=40)
@given(corrected())
def test_whoever_has_a_clue_is_known(history: tuple[Archive, list[Traits]]) -> None:
    """By what was kept and what was changed since: the same as if every article were read."""
    articles, changes = history
    then = {id: clues_of(one) for id, one in articles.items()}
    holders, later = holders_in(articles), dict[str, tuple[Owned, Owned]]()
    for now in changes:
        later[now.id] = then[now.id], clues_of(now)
    has = {**then, **{id: clues for id, (_, clues) in later.items()}}
    known = holders.but(later)
    for id in articles:
        assert known.of(id) == then[id]
        for clue in then[id] | has[id]:
            assert known.others(id, clue) == {other for other in has if clue in has[other]} - {id}


def test_of_an_article_that_was_not_looked_at_there_are_no_clues() -> None:
    """It is not among those that are kept."""
    holders = holders_in(PAPERS)
    assert holders.of("DDDDDDD/01") == holders.of("") == frozenset()
