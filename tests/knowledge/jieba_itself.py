"""Jieba itself, to hold our own use of its dictionary against."""

from __future__ import annotations

from functools import cache

import jieba


@cache
def jieba_itself() -> jieba.Tokenizer:
    """With its own dictionary, but nothing written anywhere."""
    made = jieba.Tokenizer()
    with made.get_dict_file() as dictionary:
        made.FREQ, made.total = made.gen_pfdict(dictionary)
    made.initialized = True
    return made
