"""What all tests rely on."""

import gc
import os
import signal
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import frozen_data
from scocli.cli import session
from scocli.completion import words

# New facts are no fault of the program. What is made from the real data set asks for the fixture `live`.
frozen_data.freeze()
session.load = words.load = frozen_data.load

# As in the program: hardly anything goes out of use while tests run.
gc.set_threshold(100_000)

# The program under test is the one that is installed beside this Python, whether or not its environment is activated.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
os.environ.pop("SCO_DATA", None)

# Few examples where a person waits; many with --hypothesis-profile thorough. How long one takes says more about what else
# the machine is doing: there is no time limit on it.
for profile, examples in (("quick", 20), ("thorough", 300)):
    settings.register_profile(
        profile, max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
settings.load_profile("quick")

# A program that is started in the background may be made to ignore interruptions, and would hand that on.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def live():
    """The data set that the program really comes with, for what is made from it."""
    with frozen_data.live():
        yield
