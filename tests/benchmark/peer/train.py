# SPDX-License-Identifier: Apache-2.0
"""The peer of worker_step and training: the networks of resources/experiments/benchmark_*.json in Python PyTorch, in the plainest loop.

All samples lie in memory as tensors, so the loop pays for choosing a batch and nothing else of the data.
Prints {"step_seconds": median over the steps, "cpu_seconds": CPU time of all threads by step, "torch": version} as JSON.
"""
import argparse
import json
import statistics
import time

import torch
from torch import nn

WARM_UP = 20  # steps that are not counted; 3 where steps are long


def mlp():
    return nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 10))


def cnn():
    return nn.Sequential(
        nn.Conv2d(1, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(64 * 7 * 7, 128), nn.ReLU(), nn.Linear(128, 10))


class Transformer(nn.Module):
    """Two encoder layers; the batch is the first dimension, as in Seekbench."""

    def __init__(self):
        super().__init__()
        layer = nn.TransformerEncoderLayer(d_model=128, nhead=8, dim_feedforward=512, dropout=0.1, batch_first=True)
        self.encoder = nn.TransformerEncoder(layer, num_layers=2, enable_nested_tensor=False)
        self.head = nn.Linear(128, 10)

    def forward(self, x):
        return self.head(self.encoder(x).mean(1))


def double_conv(inputs, outputs):
    return nn.Sequential(
        nn.Conv3d(inputs, outputs, 3, padding=1), nn.BatchNorm3d(outputs), nn.ReLU(),
        nn.Conv3d(outputs, outputs, 3, padding=1), nn.BatchNorm3d(outputs), nn.ReLU())


class UNet3d(nn.Module):
    def __init__(self, width=8):
        super().__init__()
        self.down1 = double_conv(1, width)
        self.down2 = double_conv(width, 2 * width)
        self.middle = double_conv(2 * width, 4 * width)
        self.raise2 = nn.ConvTranspose3d(4 * width, 2 * width, 2, stride=2)
        self.up2 = double_conv(4 * width, 2 * width)
        self.raise1 = nn.ConvTranspose3d(2 * width, width, 2, stride=2)
        self.up1 = double_conv(2 * width, width)
        self.head = nn.Conv3d(width, 2, 1)

    def forward(self, x):
        a = self.down1(x)
        b = self.down2(torch.max_pool3d(a, 2))
        c = self.middle(torch.max_pool3d(b, 2))
        b = self.up2(torch.cat([self.raise2(c), b], 1))
        a = self.up1(torch.cat([self.raise1(b), a], 1))
        return self.head(a)


class Lstm(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(64, 128, batch_first=True)
        self.head = nn.Linear(128, 10)

    def forward(self, x):
        return self.head(self.lstm(x)[0][:, -1])


# name: (network, shape of a sample, shape of its label, classes, batch, samples)
MODELS = {
    "mlp": (mlp, (784,), (), 10, 64, 6400),
    "cnn": (cnn, (1, 28, 28), (), 10, 64, 6400),
    "transformer": (Transformer, (256, 128), (), 10, 8, 160),
    "unet3d": (UNet3d, (1, 32, 32, 32), (32, 32, 32), 2, 1, 64),
    "lstm": (Lstm, (64, 64), (), 10, 32, 3200),
}


def batches(shape, label_shape, classes, size, samples):
    """Batches for ever, in a new order every epoch."""
    inputs, labels = torch.randn(samples, *shape), torch.randint(classes, (samples, *label_shape))
    while True:
        for chosen in torch.randperm(samples).split(size):
            yield inputs[chosen], labels[chosen]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", choices=MODELS, required=True)
    parser.add_argument("--threads", type=int, required=True)
    parser.add_argument("--steps", type=int, required=True)
    options = parser.parse_args()

    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    build, *data = MODELS[options.model]
    network = build()
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
    source = batches(*data)
    seconds, warm_up = [], min(WARM_UP, max(3, options.steps // 10))
    for step in range(warm_up + options.steps):
        if step == warm_up:
            cpu_begun = time.process_time()
        begun = time.perf_counter()
        inputs, labels = next(source)
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(network(inputs), labels)
        loss.backward()
        optimizer.step()
        loss.item()  # the worker keeps the loss of every step, too
        seconds.append(time.perf_counter() - begun)
    print(json.dumps({"step_seconds": statistics.median(seconds[warm_up:]),
                      "cpu_seconds": (time.process_time() - cpu_begun) / options.steps, "torch": torch.__version__}))


if __name__ == "__main__":
    main()
