// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/plan/node_kernels.h"

#include <algorithm>

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QStringList>

#include "core/trace/analysis/filter.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"

namespace seekbench {
namespace {

struct NodeKernelsText {
    Q_DECLARE_TR_FUNCTIONS(NodeKernels)
};

QString nameOfLast(const std::string& path) { return fromUtf8(path.substr(path.rfind('/') + 1)); }

QString pathsText(const KernelPlan::Kernel& kernel) {
    QStringList paths;
    for (const std::string& path : kernel.paths) paths.append(fromUtf8(path));
    return paths.join(QStringLiteral(" + "));
}

}  // namespace

void showKernel(NodeFace& face, const std::string& path, const KernelPlan& plan) {
    const std::vector<const KernelPlan::Kernel*> kernels = plan.of(path);
    face.value = QStringLiteral("–");
    if (kernels.empty()) return;
    std::int64_t kept = 0;
    QStringList lines{face.kind};
    constexpr qsizetype kMost = 12;
    for (const KernelPlan::Kernel* kernel : kernels) {
        kept += kernel->kept;
        if (lines.size() <= kMost)
            lines.append(QStringLiteral("%1: %2 · %3").arg(pathsText(*kernel), fromUtf8(kernel->name), bytesText(kernel->kept)));
    }
    if (const auto more = std::ssize(kernels) - kMost; more > 0)
        lines.append(NodeKernelsText::tr("and %n more", nullptr, static_cast<int>(more)));
    face.tip = lines.join(QLatin1Char('\n'));
    // A node without others in it that is not the first of its kernel leaves the figures to that one.
    const KernelPlan::Kernel& first = *kernels.front();
    const bool isWithin = std::ranges::none_of(kernels, [&](const auto* kernel) { return liesIn(kernel->paths.front(), path); });
    if (isWithin) {
        face.parameters = NodeKernelsText::tr("computed with %1").arg(nameOfLast(first.paths.front()));
        return;
    }
    face.value = bytesText(kept);
    face.parameters = face.composite ? NodeKernelsText::tr("%n kernels", nullptr, static_cast<int>(kernels.size())) : fromUtf8(first.name);
}

QString planSentence(const KernelPlan& plan) {
    if (!plan.isCompiled())
        return NodeKernelsText::tr("The reference engine computes this network. %1").arg(translatedEnglish(plan.reason));
    return NodeKernelsText::tr("%n kernels", nullptr, static_cast<int>(plan.kernels.size())) + QStringLiteral(" · ") +
           NodeKernelsText::tr("%n layers", nullptr, static_cast<int>(plan.layers())) + QStringLiteral(" · ") +
           NodeKernelsText::tr("%1 for results and workspace at batch size %2").arg(bytesText(plan.memory), QLocale().toString(plan.batch));
}

}  // namespace seekbench
