"""The front door: `python build.py` reads what is new or changed in seeds/, then builds the site."""

import os
import sys

if sys.version_info < (3, 11):
    sys.exit("需要 Python 3.11 或更新版本 / Python 3.11 or newer is needed: " + sys.version.split()[0])

try:
    from jianbao.cli import main
except ModuleNotFoundError as error:
    sys.exit(
        f"缺少 {error.name}。请先安装（见 README）：python -m pip install -c constraints.txt -e .\n"
        f"{error.name} is missing. Install first (see README): python -m pip install -c constraints.txt -e ."
    )

if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # what the run holds need not be given back piece by piece
