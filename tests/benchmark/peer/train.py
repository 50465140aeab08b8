# SPDX-License-Identifier: Apache-2.0
"""The peer of worker_step and training: the networks of resources/experiments in Python PyTorch, in the plainest loop.

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


class ResidualBlock(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True),
            nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False), nn.BatchNorm2d(outputs))
        self.skip = nn.Identity() if stride == 1 else nn.Sequential(
            nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        return torch.relu_(self.body(x) + self.skip(x))


def resnet18():
    """As torchvision has it (He et al. 2016)."""
    blocks = [ResidualBlock(inputs, outputs, stride) for inputs, outputs, stride in
              [(64, 64, 1), (64, 64, 1), (64, 128, 2), (128, 128, 1), (128, 256, 2), (256, 256, 1), (256, 512, 2), (512, 512, 1)]]
    return nn.Sequential(
        nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU(inplace=True), nn.MaxPool2d(3, 2, 1), *blocks,
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, 1000))


class InvertedResidual(nn.Module):
    def __init__(self, inputs, outputs, stride, expansion):
        super().__init__()
        hidden = inputs * expansion
        self.adds = stride == 1 and inputs == outputs
        self.body = nn.Sequential(
            *(self.unit(inputs, hidden, 1, 1, 1) if expansion > 1 else []), *self.unit(hidden, hidden, 3, stride, hidden),
            nn.Conv2d(hidden, outputs, 1, bias=False), nn.BatchNorm2d(outputs))

    @staticmethod
    def unit(inputs, outputs, kernel, stride, groups):
        return [nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False), nn.BatchNorm2d(outputs),
                nn.ReLU6(inplace=True)]

    def forward(self, x):
        return x + self.body(x) if self.adds else self.body(x)


def mobilenet_v2():
    """As torchvision has it (Sandler et al. 2018)."""
    layers, inputs = InvertedResidual.unit(3, 32, 3, 2, 1), 32
    for expansion, outputs, count, stride in [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2),
                                              (6, 320, 1, 1)]:
        for number in range(count):
            layers.append(InvertedResidual(inputs, outputs, stride if number == 0 else 1, expansion))
            inputs = outputs
    return nn.Sequential(*layers, *InvertedResidual.unit(320, 1280, 1, 1, 1), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(0.2),
                         nn.Linear(1280, 1000))


class GptBlock(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.stack, self.merge = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.mlp = nn.Sequential(nn.Linear(width, 4 * width), nn.GELU(), nn.Linear(4 * width, width))

    def forward(self, x):
        batch, length, width = x.shape
        q, k, v = (part.view(batch, length, self.heads, -1).transpose(1, 2) for part in self.stack(self.norm1(x)).split(width, 2))
        scores = q @ k.transpose(2, 3) * (width // self.heads) ** -0.5
        later = torch.ones(length, length, dtype=torch.bool).triu(1)
        weights = scores.masked_fill(later, float("-inf")).softmax(3)
        x = x + self.merge((weights @ v).transpose(1, 2).reshape(batch, length, width))
        return x + self.mlp(self.norm2(x))


class Gpt(nn.Module):
    """Four pre-norm blocks without dropout, the head tied to the embedding, attention written out as nanoGPT does without flash."""

    def __init__(self, words=256, width=256, length=256):
        super().__init__()
        self.words, self.positions = nn.Embedding(words, width), nn.Parameter(0.02 * torch.randn(length, width))
        self.blocks = nn.Sequential(*(GptBlock(width, 8) for _ in range(4)))
        self.norm = nn.LayerNorm(width)

    def forward(self, x):
        hidden = self.norm(self.blocks(self.words(x) + self.positions))
        return (hidden @ self.words.weight.T).transpose(1, 2)


# name: (network, shape of a sample, shape of its label, classes, batch, samples)
MODELS = {
    "mlp": (mlp, (784,), (), 10, 64, 6400),
    "cnn": (cnn, (1, 28, 28), (), 10, 64, 6400),
    "transformer": (Transformer, (256, 128), (), 10, 8, 160),
    "unet3d": (UNet3d, (1, 32, 32, 32), (32, 32, 32), 2, 1, 64),
    "lstm": (Lstm, (64, 64), (), 10, 32, 3200),
    "resnet18": (resnet18, (3, 64, 64), (), 1000, 16, 320),
    "gpt": (Gpt, (256,), (256,), 256, 4, 80),
    "mobilenet_v2": (mobilenet_v2, (3, 96, 96), (), 1000, 8, 160),
}


def batches(shape, label_shape, classes, size, samples):
    """Batches for ever, in a new order every epoch; where every place of a sample has a label, of whole numbers."""
    inputs = torch.randint(classes, (samples, *shape)) if shape == label_shape else torch.randn(samples, *shape)
    labels = torch.randint(classes, (samples, *label_shape))
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
