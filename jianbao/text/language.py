"""The language of a text as BCP 47: Chinese in simplified or traditional characters, or English."""

from __future__ import annotations

import re

from jianbao.text.characters import is_chinese

_TRADITIONAL = re.compile("[國會學與對開發後來時見說這個們應當麼為無業專東車長門問間關頭義書買賣農報縣區鄉鎮員團體爾]")
_SIMPLIFIED = re.compile("[国会学与对开发后来时见说这个们应当么为无业专东车长门问间关头义书买卖农报县区乡镇员团体尔]")


def language_of(text: str) -> str:
    """`zh-Hans`, `zh-Hant` or `en`."""
    if not is_chinese(text):
        return "en"
    return "zh-Hant" if len(_TRADITIONAL.findall(text)) > len(_SIMPLIFIED.findall(text)) else "zh-Hans"
