"""`new FOLDER`: a fresh archive that builds, serves and deploys."""

from __future__ import annotations

from jianbao.cli.arguments import Call
from jianbao.cli.console import Console
from jianbao.problems import ExitCode
from jianbao.start.lay_out import lay_out


def run(call: Call, console: Console) -> int:
    """Lay out the archive and say what to do next."""
    folder = call.folder.resolve()
    files = lay_out(folder)
    console.say(f"新档案 / a fresh archive: {folder} ({files} 个文件 files)")
    console.say("  1. 把版面的文字放进 seeds/ / put raw pages into seeds/")
    console.say(f'  2. cd "{folder}"，然后 / then: python build.py')
    console.say("  3. 怎样发布见其中的 README.md / README.md there says how to publish it")
    return ExitCode.DONE
