"""Jianbao (剪报): raw newspaper pages in, a linked archive out."""

__version__ = "0.1.0"
