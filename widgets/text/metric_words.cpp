// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/metric_words.h"

#include <QtCore/QCoreApplication>

#include "widgets/text/figures.h"
#include "widgets/text/translated.h"

namespace seekbench {
namespace {

struct MetricWords {
    Q_DECLARE_TR_FUNCTIONS(MetricWords)
};

}  // namespace

QString companionText(std::string_view companion) {
    if (companion == "low") return MetricWords::tr("95 % interval, low");
    if (companion == "high") return MetricWords::tr("95 % interval, high");
    if (companion == "recall") return MetricWords::tr("recall");
    if (companion == "chance") return MetricWords::tr("chance");
    return fromUtf8(companion);
}

QString baselineText(std::string_view rule) {
    if (rule == "majority") return MetricWords::tr("most frequent class");
    if (rule == "persistence") return MetricWords::tr("as last time");
    if (rule == "grammar") return MetricWords::tr("what the grammar leaves open");
    return fromUtf8(rule);
}

}  // namespace seekbench
