"""A reading of a stretch of text as a person's name."""

from __future__ import annotations

from jianbao.frozen import frozen


@frozen
class Reading:
    """text[start:end] as the name of a person.

    `score` above 0 is for it: the logarithm of how much likelier it is than not. The post printed before it, `post`, is
    text[post_start:post_start + len(post)], empty where there is none. `rule` names what tells most.
    """

    start: int
    end: int
    score: float
    name: str
    post: str = ""
    post_start: int = 0
    rule: str = ""
