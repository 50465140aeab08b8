// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/palette/operator_entry.h"

#include <algorithm>
#include <array>

#include <QtCore/QCoreApplication>

#include "core/operators/catalog.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/icon.h"

namespace seekbench {
namespace {

// Operators with a glyph of their own; the others have that of their family.
struct OwnIcon {
    std::string_view id, icon;
};
constexpr std::array kOwnIcons{
    OwnIcon{"Conv1d", "conv1d"},
    OwnIcon{"Conv3d", "conv3d"},
    OwnIcon{"ConvTranspose1d", "conv_transpose"},
    OwnIcon{"ConvTranspose2d", "conv_transpose"},
    OwnIcon{"ConvTranspose3d", "conv_transpose"},
    OwnIcon{"DepthwiseConv2d", "depthwise_conv"},
    OwnIcon{"LayerNorm", "layer_norm"},
    OwnIcon{"RMSNorm", "layer_norm"},
    OwnIcon{"GroupNorm", "group_norm"},
    OwnIcon{"InstanceNorm2d", "group_norm"},
    OwnIcon{"InstanceNorm3d", "group_norm"},
    OwnIcon{"GELU", "gelu"},
    OwnIcon{"SiLU", "silu"},
    OwnIcon{"Softmax", "softmax"},
    OwnIcon{"LogSoftmax", "softmax"},
    OwnIcon{"MaxPool1d", "max_pool"},
    OwnIcon{"MaxPool2d", "max_pool"},
    OwnIcon{"MaxPool3d", "max_pool"},
    OwnIcon{"AdaptiveMaxPool2d", "max_pool"},
    OwnIcon{"Embedding", "embedding"},
    OwnIcon{"Bottleneck", "bottleneck"},
    OwnIcon{"InvertedResidual", "inverted_residual"},
    OwnIcon{"SqueezeExcite", "squeeze_excite"},
};

std::string_view familyIcon(Family family) {
    switch (family) {
        case Family::Structure: return "structure";
        case Family::Linear: return "linear";
        case Family::Convolution: return "convolution";
        case Family::Normalization: return "normalization";
        case Family::Activation: return "activation";
        case Family::Pooling: return "pooling";
        case Family::Regularization: return "regularization";
        case Family::Shape: return "shape";
        case Family::Combination: return "combination";
        case Family::Attention: return "attention";
        case Family::Recurrent: return "recurrent";
    }
    return "structure";
}

}  // namespace

std::vector<OperatorEntry> operatorEntries(const Library& library) {
    std::vector<OperatorEntry> entries;
    for (const Operator* op : operatorCatalog())
        entries.push_back({std::string(op->id), std::string(op->label), std::string(op->summary), op->family, false});
    for (const auto& [id, composite] : library.composites)
        entries.push_back({id, composite.label, composite.summary, Family::Structure, true});
    return entries;
}

int matchRank(const OperatorEntry& entry, const QString& typed) {
    const QString wanted = typed.trimmed();
    const QString id = fromUtf8(entry.id);
    const auto contains = [&](const QString& text) { return text.contains(wanted, Qt::CaseInsensitive); };
    const QString label = translated(std::string_view(entry.label)), english = fromUtf8(entry.label);
    if (id.compare(wanted, Qt::CaseInsensitive) == 0) return 0;
    if (id.startsWith(wanted, Qt::CaseInsensitive) || label.startsWith(wanted, Qt::CaseInsensitive)) return 1;
    if (contains(id) || contains(label) || contains(english)) return 2;
    if (contains(translated(std::string_view(entry.summary))) || contains(fromUtf8(entry.summary))) return 3;
    return -1;
}

QString groupTitle(const OperatorEntry& entry) {
    return entry.composite ? QCoreApplication::translate("OperatorPalette", "Blocks (composite)") : translated(nameOf(entry.family));
}

void paintOperatorIcon(QPainter& painter, const QRectF& rect, const OperatorEntry& entry, const Theme& theme) {
    const auto own = std::ranges::find(kOwnIcons, entry.id, &OwnIcon::id);
    const std::string_view name = own != kOwnIcons.end() ? own->icon : entry.composite ? "composite" : familyIcon(entry.family);
    paintIcon(painter, rect, name, entry.composite ? theme.composite() : theme.family(entry.family));
}

}  // namespace seekbench
