// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/profile/node_times.h"

#include <cmath>

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include "widgets/text/figures.h"
#include "widgets/theme/heat.h"
#include "widgets/trace/trace_words.h"

namespace seekbench {
namespace {

struct NodeTimesText {
    Q_DECLARE_TR_FUNCTIONS(NodeTimes)
};

QString rateText(double flopsPerSecond) { return QStringLiteral("%1FLOP/s").arg(amountText(flopsPerSecond)); }

QString waySentence(const QString& word, double time, const NodeTime::Way& way) {
    QString line = QStringLiteral("%1: %2").arg(word, timeText(time));
    if (way.flops > 0) line += QStringLiteral(" · %1FLOP").arg(amountText(way.flops));
    if (way.bytes > 0) line += QStringLiteral(" · ") + bytesText(std::llround(way.bytes));
    if (way.attainable <= 0 || way.time <= 0) return line;
    if (way.flops > 0)
        line += QStringLiteral("\n    ") +
                NodeTimesText::tr("%1 of %2 attainable (%3 %)")
                    .arg(rateText(way.achievedRate()), rateText(way.attainableRate()), percentText(way.efficiency(), 0));
    else
        line += QStringLiteral("\n    ") +
                NodeTimesText::tr("could take %1 (%2 %)").arg(timeText(way.attainable), percentText(way.efficiency(), 0));
    return line;
}

}  // namespace

QString shareFigure(const NodeTime& time) { return QStringLiteral("%1 %").arg(percentText(time.share, 1)); }

QString workFigure(const NodeTime& time) {
    QStringList parts;
    if (time.flops() > 0) parts.append(QStringLiteral("%1FLOP").arg(amountText(time.flops())));
    if (time.bytes() > 0) parts.append(bytesText(std::llround(time.bytes())));
    return parts.join(QStringLiteral(" · "));
}

QString timeSentences(const NodeTime& time) {
    QStringList lines{NodeTimesText::tr("%1 a step, %2 % of it").arg(timeText(time.total()), percentText(time.share, 1))};
    if (time.forward > 0) lines.append(waySentence(NodeTimesText::tr("Forward"), time.forward, time.forwardWork));
    if (time.backward > 0) lines.append(waySentence(NodeTimesText::tr("Backward"), time.backward, time.backwardWork));
    if (time.other > 0) lines.append(QStringLiteral("%1: %2").arg(NodeTimesText::tr("Other"), timeText(time.other)));
    return lines.join(QLatin1Char('\n'));
}

void showTime(NodeFace& face, const std::string& node, const NodeTimes& times) {
    const auto found = times.nodes.find(node);
    if (found == times.nodes.end()) {
        face.value = QStringLiteral("–");
        face.tip = QStringLiteral("%1\n%2").arg(
            face.kind, NodeTimesText::tr("No slices of its own: it costs nothing, or is computed together with a neighbour."));
        return;
    }
    const NodeTime& time = found->second;
    face.tip = QStringLiteral("%1\n%2").arg(face.kind, timeSentences(time));
    if (times.changed.contains(node)) {
        face.value = NodeTimesText::tr("before: %1").arg(timeText(time.total()));
        face.tip = QStringLiteral("%1\n%2\n%3")
                       .arg(face.kind, NodeTimesText::tr("Changed since the profile was taken. Before:"), timeSentences(time));
        face.outdated = true;
        return;
    }
    face.value = timeText(time.total());
    face.kind = shareFigure(time);
    face.heat = heatStep(time.total(), times.largest);
    if (const QString work = workFigure(time); !work.isEmpty()) face.parameters = work;
}

}  // namespace seekbench
