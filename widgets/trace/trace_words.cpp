// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/trace_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>

#include <QtCore/QCoreApplication>

#include "widgets/text/figures.h"
#include "widgets/text/translated.h"

namespace seekbench {
namespace {

struct Word {
    std::string_view part;
    QRgb colour;
};
constexpr QRgb kConvolution = 0xFF3D66A3, kNormalization = 0xFF1E7468, kActivation = 0xFF8A6325, kMerge = 0xFF8E5238, kPooling = 0xFF5C7A33,
               kLinear = 0xFF6E4FA0, kAttention = 0xFFA3216F, kRecurrent = 0xFF3F4FA8, kOther = 0xFF4A525E, kLoss = 0xFFC4588A;
// The first part that a name contains decides; names in small letters.
constexpr std::array kWords{
    Word{"conv", kConvolution},   Word{"norm", kNormalization}, Word{"attention", kAttention}, Word{"lstm", kRecurrent},
    Word{"gru", kRecurrent},      Word{"pool", kPooling},       Word{"linear", kLinear},       Word{"addmm", kLinear},
    Word{"bmm", kLinear},         Word{"matmul", kLinear},      Word{"::mm", kLinear},         Word{"mmbackward", kLinear},
    Word{"embedding", kLinear},   Word{"relu", kActivation},    Word{"gelu", kActivation},     Word{"silu", kActivation},
    Word{"sigmoid", kActivation}, Word{"tanh", kActivation},    Word{"softmax", kActivation},  Word{"threshold", kActivation},
    Word{"dropout", kOther},      Word{"loss", kLoss},          Word{"add", kMerge},           Word{"cat", kMerge},
    Word{"mul", kMerge},
};

QString threeDigits(double value) { return fixed(value, value < 9.995 ? 2 : value < 99.95 ? 1 : 0); }

}  // namespace

QString phaseWord(Phase phase) { return translated(labelOf(phase)); }

QColor phaseColour(Phase phase) {
    switch (phase) {
        case Phase::Data: return QColor(QRgb{0xFF96701F});
        case Phase::Forward: return QColor(QRgb{0xFF3B6FBF});
        case Phase::Loss: return QColor(QRgb{0xFFC4588A});
        case Phase::Backward: return QColor(QRgb{0xFF7A50BE});
        case Phase::Optimizer: return QColor(QRgb{0xFF2F8A5B});
        case Phase::Communication: return QColor(QRgb{0xFF1E7468});
        case Phase::Checkpoint: return QColor(QRgb{0xFF8E5238});
        case Phase::Validation: return QColor(QRgb{0xFF3F4FA8});
        case Phase::Bookkeeping: return QColor(QRgb{0xFF6B5B4B});
        case Phase::None: break;
    }
    return QColor(kOther);
}

QColor gapColour() { return QColor(QRgb{0xFF4A5462}); }

QString translatedTrack(std::string_view name) {
    if (name == "Training") return QCoreApplication::translate("TraceWords", "Training");
    if (name == "Loader") return QCoreApplication::translate("TraceWords", "Loader");
    if (name == "Validation loader") return QCoreApplication::translate("TraceWords", "Validation loader");
    return fromUtf8(name);
}

QColor sliceColour(const Dictionary& words, LabelId label) {
    std::string name(words.nameOf(label));
    if (words.text(words.label(label).category) == "phase")
        if (const auto phase = phaseFromName(name)) return phaseColour(*phase);
    std::ranges::transform(name, name.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    for (const Word& word : kWords)
        if (name.find(word.part) != std::string::npos) return QColor(word.colour);
    return QColor(kOther);
}

QString timeText(double nanoseconds) {
    const double size = std::abs(nanoseconds);
    if (size < 999.5) return QStringLiteral("%1 ns").arg(fixed(nanoseconds, 0));
    if (size < 999.5e3) return QStringLiteral("%1 µs").arg(threeDigits(nanoseconds / 1e3));
    if (size < 999.5e6) return QStringLiteral("%1 ms").arg(threeDigits(nanoseconds / 1e6));
    return QStringLiteral("%1 s").arg(threeDigits(nanoseconds / 1e9));
}

QString signedTimeText(double nanoseconds) {
    return QStringLiteral("%1%2").arg(nanoseconds < 0 ? QStringLiteral("−") : QStringLiteral("+"), timeText(std::abs(nanoseconds)));
}

QString amountText(double amount) {
    if (amount <= 0) return QStringLiteral("–");
    if (amount < 999.5) return fixed(amount, 0);
    const char* unit = "k";
    double value = amount / 1e3;
    for (const char* next : {"M", "G", "T"}) {
        if (value < 999.5) break;
        value /= 1e3;
        unit = next;
    }
    return QStringLiteral("%1 %2").arg(threeDigits(value), QLatin1String(unit));
}

}  // namespace seekbench
