"""Short cuts: quick ways through what our own cleaner writes, to the very bytes of the long ones.

They are front matter read line by line (`content.own_hand`), plain blocks set without the Markdown library
(`press.plain_blocks`) and words cut by rjieba (`knowledge.lexicon`). `JIANBAO_SHORT_CUTS=0` in the environment turns them
off, to compare.
"""

from __future__ import annotations

import os

ARE_OFF = os.environ.get("JIANBAO_SHORT_CUTS") == "0"
"""Whether the long way is taken everywhere."""
