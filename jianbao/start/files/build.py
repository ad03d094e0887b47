"""The front door of this archive: `python build.py`. The program itself is in program/."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "program"))

if sys.version_info < (3, 11):
    sys.exit("需要 Python 3.11 或更新版本 / Python 3.11 or newer is needed: " + sys.version.split()[0])

try:
    from jianbao.cli import main
except ModuleNotFoundError as error:
    sys.exit(
        f"缺少 {error.name}。请先安装（见 README）：python -m pip install -r requirements.txt\n"
        f"{error.name} is missing. Install first (see README): python -m pip install -r requirements.txt"
    )

if __name__ == "__main__":
    raise SystemExit(main())
