# SPDX-License-Identifier: Apache-2.0
"""Seconds from the launch of a worker to the beginning of its attempt in the journal (at most 1.5 s): command line and data included."""
import time

from measure import ROOT, Workspace, figure

workspace = Workspace()
seconds = []
for _ in range(7):
    begun = time.monotonic()
    # `train --detach` comes back when the attempt stands in the journal.
    workspace.cli("train", ROOT / "resources/experiments/fashion_mnist_quick.json", "--detach")
    seconds.append(time.monotonic() - begun)
    workspace.cli("stop", "last")
figure("worker_ready/seconds", seconds[1:], "target 1.5 s, warm", "s")
figure("worker_ready/first", seconds[:1], "the first start, perhaps from a cold disk", "s")
