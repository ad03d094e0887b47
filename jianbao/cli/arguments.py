"""What was asked for on the command line, as one frozen value. Options may stand before or after the verb."""

from __future__ import annotations

import argparse
from argparse import SUPPRESS, ArgumentParser
from collections.abc import Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from jianbao import __version__
from jianbao.frozen import frozen
from jianbao.problems import CallError

if TYPE_CHECKING:
    from jianbao.door import Seen

VERBS = {
    "clean": "读新版面：seeds/ → content/ / read new and changed pages",
    "site": "只建网站：content/ → site/ / build the site only",
    "serve": "建站、预览，改动即时刷新 / build, serve on 127.0.0.1, reload on change",
    "check": "列出需要人看的地方 / list what needs a person",
    "explain": "说明一个版面是怎么读的 / tell how a page was read",
    "survey": "从全部版面学栏目名、报名和用字 / learn labels, nameplates and spellings over the archive",
    "new": "新建一个档案文件夹 / lay out a fresh archive",
}
NO_VERB = "不写动词：先 clean 再 site / without a verb: clean, then site"


@frozen
class Call:
    """A command line, understood. A folder that was not named is None; `verb` is empty for clean and site together."""

    verb: str = ""
    archive: Path = Path()
    seeds: Path | None = None
    content: Path | None = None
    site: Path | None = None
    cache: Path | None = None
    theme: str = ""
    base_url: str = ""
    jobs: int = 0
    plain: bool = False
    offline: bool = False
    quiet: bool = False
    verbose: bool = False
    pages: tuple[str, ...] = ()
    again: bool = False
    scheduler: str = ""
    open: bool = False
    folder: Path = Path()
    words: tuple[str, ...] = field(default=(), compare=False)
    """As they were given."""
    seen: Seen | None = field(default=None, compare=False, repr=False)
    """What was seen at the door, if all files are there that were there the last time, and no others."""


class _Parser(ArgumentParser):
    """Raises CallError where argparse would end the program."""

    def error(self, message: str) -> NoReturn:
        raise CallError(f"看不懂这条命令：{message} / the command is not understood: {message}\n{self.format_usage()}")


def parse(arguments: Sequence[str], program: str = "jianbao") -> Call:
    """The call that the arguments make. Raises CallError; `--help` and `--version` end the program with 0."""
    given = vars(_parser(program).parse_args(arguments))
    given["pages"] = tuple(given.get("pages", ()))
    return Call(**given, words=tuple(arguments))


def _parser(program: str) -> _Parser:
    options = _options()
    parser = _Parser(
        prog=program,
        parents=[options],
        description="剪报：报纸版面的文字 → 文章 → 网站 / Jianbao: raw text of newspaper pages → articles → a web site",
        epilog=f"{NO_VERB}\n退出码 exit code: 0 全部处理 all processed · 1 有输入未处理 some input was not · 2 命令有误 wrong call",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"jianbao {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", title="动词 verbs", parser_class=_Parser)
    parser.set_defaults(verb="")
    made = {
        verb: verbs.add_parser(verb, help=text, description=text, parents=[options]) for verb, text in VERBS.items()
    }
    page = "seeds/ 下的路径或版面号 / a path below seeds/ or a page id"
    made["clean"].add_argument("pages", nargs="*", metavar="PAGE", help=page)
    made["clean"].add_argument(
        "--again", action="store_true", help="重读，即使没有改动 / read again what has not changed"
    )
    made["clean"].add_argument(
        "--scheduler",
        default="",
        metavar="ADDRESS",
        help="交给 Dask 集群读 / let the Dask cluster at this address read, tcp://HOST:8786",
    )
    one = f"{page}；文章编号或文件 / or an article's id or file"
    made["explain"].add_argument("pages", nargs=1, metavar="PAGE", help=one)
    made["serve"].add_argument("--open", action="store_true", help="打开浏览器 / open the browser")
    made["new"].add_argument("folder", type=Path, metavar="FOLDER", help="新的或空的文件夹 / a new or empty folder")
    return parser


def _options() -> _Parser:
    """The options of every verb; what is not given leaves no trace, so that both places of an option count."""
    options = _Parser(add_help=False, argument_default=SUPPRESS)
    group = options.add_argument_group("选项 options")
    group.add_argument(
        "--archive", type=Path, metavar="DIR", help="档案文件夹（默认当前） / the archive (default: here)"
    )
    for name in ("seeds", "content", "site", "cache"):
        group.add_argument(
            f"--{name}", type=Path, metavar="DIR", help=f"代替 {name} 文件夹 / in place of the archive's"
        )
    group.add_argument("--theme", metavar="NAME", help="主题 / theme")
    group.add_argument("--base-url", metavar="URL", help="网站地址 / the site's address, https://example.org/repo/")
    group.add_argument("--jobs", type=_count, metavar="N", help="进程数 / worker processes (0: one a core)")
    group.add_argument("--plain", action="store_true", help="只要文章、目录、订阅 / only what any site generator does")
    group.add_argument("--offline", action="store_true", help="可从磁盘直接打开的网站 / a site that opens from a disk")
    group.add_argument("--quiet", action="store_true", help="只说问题 / say problems only")
    group.add_argument("--verbose", action="store_true", help="都说出来 / say everything")
    return options


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} 不是进程数，写 0 或更大的整数 / is no number of processes: 0 or more")
    return int(text)
