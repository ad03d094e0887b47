"""What is told of a raw file that was not read: its bytes are no text, its reading failed or does not balance."""

from __future__ import annotations

from jianbao.content.ledger_file import NAME as LEDGER
from jianbao.problems import Problem, Weight, Words
from jianbao.text.encoding import Fault, NotText

_SAVE_AGAIN = Words(
    "用记事本打开，“另存为”，编码选 UTF-8，再运行一次", "open it in a text editor, save it as UTF-8, and run again"
)


_AS_TEXT = Words("打开它，另存为纯文本（.txt，编码 UTF-8）", "open it and save it as plain text (.txt, UTF-8)")
_UNPACK = Words("解压，把里面的文本文件放进来", "unpack it and put the text files here")
_WORD, _EXCEL, _PDF = Words("Word", "Word"), Words("Excel", "Excel"), Words("PDF", "PDF")
_SLIDES, _PACKED = Words("PowerPoint", "PowerPoint"), Words("压缩", "packed")
_OUT_OF = {_WORD: _AS_TEXT, _EXCEL: _AS_TEXT, _PDF: _AS_TEXT, _SLIDES: _AS_TEXT, _PACKED: _UNPACK}
_FORMATS = (
    ((".doc", ".docx", ".docm", ".wps", ".rtf", ".odt"), _WORD),
    ((".xls", ".xlsx", ".xlsm", ".et", ".ods"), _EXCEL),
    ((".ppt", ".pptx", ".dps"), _SLIDES),
    ((".pdf", ".caj"), _PDF),
    ((".zip", ".rar", ".7z", ".gz", ".tar", ".tgz"), _PACKED),
)
"""Files that are no text, by their suffix, and what they are called."""


def not_text(file: str, why: NotText) -> Problem:
    """The Problem of a raw file whose bytes could not be decoded."""
    if why.fault is Fault.EMPTY:
        what = Words("文件是空的", "the file is empty")
        return _told(file, what, Words("放入文字，或删掉这个文件", "put its text in, or delete the file"))
    known = next((name for suffixes, name in _FORMATS if file.lower().endswith(suffixes)), None)
    if known is not None:
        what = Words(f"这是{known.zh}文件，不是纯文本", f"this is a {known.en} file, no plain text")
        return _told(file, what, _OUT_OF[known])
    if why.fault is Fault.NOT_TEXT:
        what = Words("这不是文本文件", "this is no text file")
        remedy = Words(
            "从 PDF、Word 里另存为纯文本（.txt，UTF-8）", "save it from PDF or Word as plain text (.txt, UTF-8)"
        )
        return _told(file, what, remedy)
    if why.fault is Fault.BROKEN:
        place = f"0x{why.byte:02X}" if why.byte is not None else ""
        what = Words(
            f"编码 {why.encoding} 有损坏：第{why.line}行、第{(why.offset or 0) + 1}个字节 {place} 读不出；这一页没有读",
            f"broken {why.encoding}: byte {(why.offset or 0) + 1} ({place}), line {why.line}, cannot be read; page left out",
        )
        return Problem(f"seeds/{file}", what, _SAVE_AGAIN, why.line)
    return _told(
        file, Words("认不出文件的编码，这一页没有读", "the encoding is not known; the page was left out"), _SAVE_AGAIN
    )


def reading_failed(file: str, error: Exception) -> Problem:
    """The Problem of a page on which the program itself stumbled."""
    name = f"{type(error).__name__}: {error}"
    what = Words(
        f"程序读这一页时出错（{name}），这一页没有写", f"the program failed on this page ({name}); it was not written"
    )
    return _told(file, what, Words("请把这个文件寄给程序的作者", "please send the file to the authors of the program"))


def does_not_balance(file: str, faults: tuple[str, ...]) -> Problem:
    """The Problem of a page whose characters are not all accounted for: better none than a wrong one."""
    first = faults[0]
    what = Words(f"字数对不上（{first}），这一页没有写", f"the page does not balance ({first}); it was not written")
    return _told(file, what, Words("请把这个文件寄给程序的作者", "please send the file to the authors of the program"))


def same_bytes(file: str, other: str) -> Problem:
    """The note on a raw file that is a copy of another one."""
    what = Words(f"与 seeds/{other} 内容完全相同，没有再读", f"the same bytes as seeds/{other}; not read again")
    return _told(file, what, Words("删掉其中一个", "delete one of the two"), Weight.WARNING)


def overwritten(file: str, folder: str, other: str) -> Problem:
    """The Problem of a raw file that has lost its own text to that of another page."""
    what = Words(
        f"这个文件现在是另一版（seeds/{other}）的文字，它自己的文字不见了；content/{folder} 没有动",
        f"it now has the text of another page (seeds/{other}), its own text is nowhere; content/{folder} was not touched",
    )
    remedy = Words(
        f"恢复这个文件原来的文字（可用 git），另一版另起文件名；如果真的不要这一版，删掉 content/{folder} 文件夹",
        f"put its own text back (git has it) and give the other page a name of its own; "
        f"if this page is really not wanted, delete the folder content/{folder}",
    )
    return _told(file, what, remedy)


def another_text(file: str, folder: str) -> Problem:
    """The Problem of a raw file whose text shares too little with what was read under this name: no new scan of it."""
    what = Words(
        f"内容与上次读的完全不同，不像同一版的新扫描；content/{folder} 没有动",
        f"the text is another one than was read before, no new scan of it; content/{folder} was not touched",
    )
    remedy = Words(
        f"新的版面请另起文件名，并恢复原来的文件；如果真要换掉这一版，删掉 content/{folder} 文件夹",
        f"give the new page a name of its own and put the old file back; "
        f"if it is really to replace the page, delete the folder content/{folder}",
    )
    return _told(file, what, remedy)


def folder_gone(file: str, page_id: str, row: int) -> Problem:
    """The Problem of a page whose folder was deleted, and that another reading would give other addresses."""
    what = Words(
        f"这一版（{page_id}）读过，它的文件夹不在了；没有再读，免得网址变成别的",
        f"this page ({page_id}) was read before and its folder is gone; not read again, for its addresses would change",
    )
    remedy = Words(
        f"用 git 恢复它的文件夹；如果要当作新的一版，清空 pages.csv 第{row}行的 page_id",
        f"restore its folder with git; to read it as a new page, empty page_id in row {row} of pages.csv",
    )
    return _told(file, what, remedy)


def read_anew(file: str, page_id: str) -> Problem:
    """The note on a page whose folder was deleted and that is read again under the addresses it had."""
    what = Words(
        f"这一版（{page_id}）的文件夹不在了，按原来的编号重新读了；人改过的地方不在里面",
        f"the folder of this page ({page_id}) was gone; read again under its old id, without what people had changed",
    )
    remedy = Words("如果改过文章，用 git 恢复那个文件夹", "if articles had been corrected, restore the folder with git")
    return _told(file, what, remedy, Weight.WARNING)


def nearly_same(file: str, other: str) -> Problem:
    """The note on a raw file that says the same as another one, white space aside."""
    what = Words(
        f"与 seeds/{other} 几乎相同（只差空白），仍然读了",
        f"nearly the same as seeds/{other}: only white space differs",
    )
    return _told(
        file, what, Words("若是同一版，删掉其中一个", "if they are one page, delete one of the two"), Weight.WARNING
    )


def no_article(file: str) -> Problem:
    """The note on a page in which no article was found."""
    what = Words("没有从这个文件读出文章", "no article was found in it")
    remedy = Words("看看文件内容是不是报纸版面", "see whether it holds a newspaper page")
    return _told(file, what, remedy, Weight.WARNING)


def no_ledger(folder: str) -> Problem:
    """The note on a page whose ledger is missing."""
    return Problem(
        f"content/{folder}/{LEDGER}",
        Words(
            "台账不见了，这一页的文字都当作人写的", "the ledger is missing; all text of the page counts as a person's"
        ),
        Words("如果是误删，用 git 恢复", "if that was a mistake, restore it from git"),
        weight=Weight.WARNING,
    )


def gone(files: list[str]) -> Problem:
    """The note on pages whose raw files are no longer below seeds/."""
    some = "、".join(files[:3]) + ("…" if len(files) > 3 else "")
    what = Words(
        f"{len(files)}个版面的原始文件不在了，文章保留：{some}",
        f"{len(files)} page(s) have no raw file any more, their articles stay: {some}",
    )
    remedy = Words(
        "如果是误删，放回原处；如果有意，不必理会", "if it was a mistake, put them back; if not, nothing is to do"
    )
    return Problem("seeds", what, remedy, weight=Weight.WARNING)


def in_use(file: str, error: OSError) -> Problem:
    """The Problem of a file that the system would not let us read or write."""
    if isinstance(error, PermissionError):
        what = Words("文件被别的程序占用，或没有权限", "the file is open in another program, or not ours to use")
        remedy = Words(
            "关闭 Excel、Word 等程序，再运行一次", "close it in Excel, Word or wherever it is open, and run again"
        )
    else:
        what = Words(f"无法读写：{error.strerror or error}", f"cannot be read or written: {error.strerror or error}")
        remedy = Words("检查磁盘空间和文件夹，再运行一次", "check the disk and the folder, and run again")
    return Problem(file, what, remedy)


def _told(file: str, what: Words, remedy: Words, weight: Weight = Weight.ERROR) -> Problem:
    return Problem(f"seeds/{file}", what, remedy, weight=weight)
