"""What all tests rely on."""

import os
import sys
from pathlib import Path

# The program under test is the one that is installed beside this Python, whether or not its environment is activated.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
os.environ.pop("SCO_DATA", None)
