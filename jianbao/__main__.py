"""`python -m jianbao` is the same program as `python build.py`."""

from jianbao.cli import main

raise SystemExit(main())
