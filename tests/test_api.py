import subprocess
import sys
from types import ModuleType

import tmkit


def test_every_public_name_is_there() -> None:
    assert set(tmkit.__all__) == {*tmkit._HOME, "__version__"}
    for name in tmkit.__all__:
        assert not isinstance(getattr(tmkit, name), ModuleType)


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(tmkit, "nothing")


def test_importing_tmkit_loads_nothing_else() -> None:
    code = "import sys, tmkit; print([m for m in sys.modules if m.startswith('tmkit.')], 'numpy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "['tmkit.version'] False\n"
