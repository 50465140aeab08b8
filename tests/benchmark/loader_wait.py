# SPDX-License-Identifier: Apache-2.0
"""Share of the training step that the worker waits for data: the CNN on Fashion-MNIST with 1 and 2 threads, and with all there are."""
import os

from measure import ROOT, Workspace, figure

STEPS = int(os.environ.get("SEEKBENCH_STEPS", 60))
WARM_UP = 5  # the first batch of an epoch is waited for: nobody could read it ahead

for threads in sorted({1, 2, os.cpu_count()}):
    workspace = Workspace()
    run = workspace.train(ROOT / "resources/experiments/fashion_mnist_cnn.json", "--threads", threads, "--epochs", 1,
                          "--set", f"train_limit={STEPS * 64}", "--set", "training.batch_size=64")["run"]
    steps = workspace.series(run, "step_seconds")[WARM_UP:]
    waits = workspace.series(run, "loader_wait")[WARM_UP:]
    figure(f"loader_wait/cnn/{threads}_threads", [100 * sum(waits) / sum(steps)], "of the step time (target 2)", "%")
