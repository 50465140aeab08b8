# SPDX-License-Identifier: Apache-2.0
"""Validation accuracy and seconds of resources/experiments/fashion_mnist_quick.json (at least 0.86, at most 120 s on two cores)."""
import time

from measure import ROOT, Workspace, figure

workspace = Workspace()
seconds, accuracies = [], []
for seed in range(3):
    begun = time.monotonic()
    answer = workspace.train(ROOT / "resources/experiments/fashion_mnist_quick.json", "--seed", seed)
    seconds.append(time.monotonic() - begun)
    accuracies.append(answer["metrics"]["val.accuracy"])
figure("quick_accuracy/accuracy", accuracies, "target 0.86, seeds 0 to 2", "")
figure("quick_accuracy/seconds", seconds, "target 120 s, from the command to its end", "s")
