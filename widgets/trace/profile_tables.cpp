// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/profile_tables.h"

#include <algorithm>
#include <cmath>

#include <QtGui/QGuiApplication>
#include <QtGui/QPalette>

#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/trace/trace_words.h"

namespace seekbench {
namespace {

const QString kNothing = QStringLiteral("–");

double perStep(std::int64_t sum, std::size_t steps) {
    return static_cast<double>(sum) / static_cast<double>(std::max<std::size_t>(1, steps));
}
double perStep(double sum, std::size_t steps) { return sum / static_cast<double>(std::max<std::size_t>(1, steps)); }
QString percent(double share) { return QStringLiteral("%1 %").arg(percentText(share, 1)); }

}  // namespace

void ProfileTable::replace(QStringList columns, std::vector<Row> rows, CsvTable csv) {
    beginResetModel();
    m_columns = std::move(columns);
    m_rows = std::move(rows);
    m_csv = std::move(csv);
    endResetModel();
}

void ProfileTable::setOperators(const std::vector<OperatorRow>& rows, std::size_t steps) {
    double all = 0;
    for (const OperatorRow& row : rows) all += static_cast<double>(row.self);
    std::vector<Row> made;
    for (const OperatorRow& row : rows) {
        const double self = perStep(row.self, steps), total = perStep(row.total, steps),
                     calls = perStep(static_cast<double>(row.calls), steps), share = all > 0 ? static_cast<double>(row.self) / all : 0;
        const QString name = fromUtf8(row.name);
        made.push_back({{{name, {}},
                         {timeText(self), self},
                         {percent(share), share},
                         {timeText(total), total},
                         {fixed(calls, calls < 10 ? 1 : 0), calls}},
                        {},
                        name});
    }
    replace({tr("Operator"), tr("Self"), tr("Share"), tr("Total"), tr("Calls")}, std::move(made), csvOf(rows));
}

void ProfileTable::setKernels(const std::vector<KernelRow>& rows, std::size_t steps) {
    double all = 0;
    for (const KernelRow& row : rows) all += row.exclusive;
    const auto rate = [](double amount, std::int64_t nanoseconds, const QString& unit) {
        const double each = nanoseconds > 0 ? amount * 1e9 / static_cast<double>(nanoseconds) : 0;
        return Cell{each > 0 ? amountText(each) + unit : kNothing, each};
    };
    std::vector<Row> made;
    for (const KernelRow& row : rows) {
        const double self = perStep(row.exclusive, steps), calls = perStep(static_cast<double>(row.calls), steps),
                     mean = static_cast<double>(row.total) / static_cast<double>(std::max<std::uint64_t>(1, row.calls)),
                     share = all > 0 ? row.exclusive / all : 0;
        // How it computes, or how it was launched.
        QString how = fromUtf8(row.implementation);
        if (row.launch) {
            const auto sizes = [](const std::uint32_t(&s)[3]) { return QStringLiteral("%1×%2×%3").arg(s[0]).arg(s[1]).arg(s[2]); };
            how = QStringLiteral("%1, %2").arg(sizes(row.launch->grid), sizes(row.launch->block));
        }
        constexpr std::size_t kNamed = 3;
        QStringList layers;
        for (std::size_t i = 0; i < std::min(kNamed, row.layers.size()); ++i) layers.append(fromUtf8(row.layers[i]));
        if (row.layers.size() > kNamed) layers.append(tr("%1 more").arg(row.layers.size() - kNamed));
        const QString name = fromUtf8(row.name);
        made.push_back({{{name, {}},
                         {how.isEmpty() ? kNothing : how, {}},
                         {timeText(self), self},
                         {percent(share), share},
                         {fixed(calls, calls < 10 ? 1 : 0), calls},
                         {timeText(mean), mean},
                         rate(row.flops, row.worked, QStringLiteral("FLOP/s")),
                         rate(row.bytes, row.worked, QStringLiteral("B/s")),
                         {layers.isEmpty() ? tr("no layer") : layers.join(QStringLiteral(", ")), {}}},
                        row.layers.size() == 1 ? fromUtf8(row.layers.front()) : QString(),
                        name});
    }
    replace({tr("Kernel"), tr("How"), tr("Time"), tr("Share"), tr("Calls"), tr("Mean"), tr("Rate"), tr("Bytes a second"), tr("Layers")},
            std::move(made), csvOf(rows));
}

void ProfileTable::setLayers(const std::vector<LayerRow>& rows, std::size_t steps) {
    std::vector<Row> made;
    for (const LayerRow& row : rows) {
        const auto time = [&](std::int64_t sum) { return Cell{sum > 0 ? timeText(perStep(sum, steps)) : kNothing, perStep(sum, steps)}; };
        made.push_back({{{row.node.empty() ? tr("no layer") : fromUtf8(row.node), {}},
                         time(row.total()),
                         {percent(row.share), row.share},
                         time(row.forward),
                         time(row.backward),
                         time(row.other),
                         {amountText(perStep(row.flops, steps)), row.flops},
                         {amountText(perStep(row.bytes, steps)), row.bytes}},
                        fromUtf8(row.node),
                        {}});
    }
    replace({tr("Layer"), tr("Time"), tr("Share"), tr("Forward"), tr("Backward"), tr("Other"), tr("FLOP"), tr("Bytes")}, std::move(made),
            csvOf(rows));
}

void ProfileTable::setRoofline(const std::vector<RooflinePoint>& rows, std::size_t steps) {
    std::vector<Row> made;
    for (const RooflinePoint& row : rows) {
        const double lost = perStep(row.lost, steps), time = perStep(row.time, steps);
        made.push_back({{{fromUtf8(row.node), {}},
                         {fromUtf8(row.name), {}},
                         {phaseWord(row.phase), {}},
                         {timeText(lost), lost},
                         {timeText(time), time},
                         {row.achieved > 0 ? QStringLiteral("%1FLOP/s").arg(amountText(row.achieved)) : kNothing, row.achieved},
                         {percent(row.efficiency), row.efficiency},
                         {row.memoryBound ? tr("memory") : tr("arithmetic"), {}}},
                        fromUtf8(row.node),
                        fromUtf8(row.name)});
    }
    replace({tr("Layer"), tr("Operator"), tr("Phase"), tr("Lost"), tr("Time"), tr("Rate"), tr("Of the possible"), tr("Limit")},
            std::move(made), csvOf(rows));
}

void ProfileTable::setDifference(const std::vector<DifferenceRow>& rows, bool byLayer) {
    using Verdict = DifferenceRow::Verdict;
    std::vector<Row> made;
    for (const DifferenceRow& row : rows) {
        const auto phase = phaseFromName(row.name);
        const QString name = !byLayer ? fromUtf8(row.name) : row.name.empty() ? tr("all") : phase ? phaseWord(*phase) : fromUtf8(row.name);
        const auto time = [](double value) { return Cell{value > 0 ? timeText(value) : kNothing, value}; };
        const bool known = std::isfinite(row.low) && std::isfinite(row.high) && row.verdict != Verdict::Unknown && row.low < row.high;
        Row one{.path = fromUtf8(row.node),
                .name = fromUtf8(row.name),
                .quiet = row.verdict == Verdict::Same || row.verdict == Verdict::Unknown};
        one.cells = {{row.node.empty() ? tr("no layer") : fromUtf8(row.node), {}}, {name, {}}};
        if (!byLayer) one.cells.push_back({fromUtf8(row.shapes), {}});
        one.cells.insert(one.cells.end(),
                         {time(row.before),
                          time(row.after),
                          {signedTimeText(row.change()), std::abs(row.change())},
                          {translated(labelOf(row.verdict)), {}},
                          {known ? tr("%1 to %2").arg(signedTimeText(row.low), signedTimeText(row.high)) : kNothing, row.low}});
        made.push_back(std::move(one));
    }
    QStringList columns{tr("Layer"), byLayer ? tr("Phase") : tr("Operator")};
    if (!byLayer) columns.append(tr("Shapes"));
    columns += {tr("Before"), tr("After"), tr("Change"), tr("Verdict"), tr("Between (95 %)")};
    replace(columns, std::move(made), csvOf(rows));
}

void ProfileTable::setSteps(const std::vector<StepRow>& rows) {
    std::vector<Row> made;
    std::vector<StepBar> bars;
    for (const StepRow& row : rows) {
        const auto time = [](std::int64_t value) {
            return Cell{value > 0 ? timeText(static_cast<double>(value)) : kNothing, static_cast<double>(value)};
        };
        const auto phase = [&](Phase which) { return row.bar.phases[static_cast<std::size_t>(which)]; };
        const std::int64_t wall = row.bar.step.duration;
        const double data = wall > 0 ? static_cast<double>(phase(Phase::Data)) / static_cast<double>(wall) : 0;
        Row one{.path = {}, .name = {}, .quiet = false};
        one.cells = {{countText(row.bar.step.number), static_cast<double>(row.bar.step.number)},
                     time(wall),
                     {signedTimeText(row.over), row.over},
                     time(phase(Phase::Data)),
                     {percent(data), data},
                     time(phase(Phase::Forward)),
                     time(phase(Phase::Backward)),
                     time(phase(Phase::Optimizer)),
                     time(row.bar.gaps)};
        const QString late =
            !row.late ? QString()
                      : tr("%1: %2").arg(row.late->phase ? phaseWord(*row.late->phase) : tr("Gaps"), signedTimeText(row.late->by));
        one.cells.push_back({late, {}});
        made.push_back(std::move(one));
        bars.push_back(row.bar);
    }
    replace({tr("Step"), tr("Time"), tr("Than usual"), tr("Waiting for data"), tr("Of the step"), tr("Forward"), tr("Backward"),
             tr("Optimizer"), tr("Gaps"), tr("Late was")},
            std::move(made), csvOf(bars));
}

void ProfileTable::setMemory(const std::vector<MemoryPeak::Category>& rows) {
    double all = 0;
    for (const auto& row : rows) all += row.bytes;
    std::vector<Row> made;
    for (const auto& row : rows) {
        const double share = all > 0 ? row.bytes / all : 0;
        Row one{.path = {}, .name = {}, .quiet = false};
        one.cells = {{translated(row.name), {}}, {bytesText(std::llround(row.bytes)), row.bytes}, {percent(share), share}};
        made.push_back(std::move(one));
    }
    replace({tr("Memory"), tr("At the peak"), tr("Share")}, std::move(made), {});
}

void ProfileTable::setGrowth(const std::vector<MemoryPeak::Layer>& rows) {
    std::vector<Row> made;
    for (const auto& row : rows) {
        const QString bytes = bytesText(std::llround(std::abs(row.grown)));
        Row one{.path = fromUtf8(row.node), .name = {}, .quiet = false};
        one.cells = {{row.node.empty() ? tr("no layer") : fromUtf8(row.node), {}},
                     {phaseWord(row.phase), {}},
                     {row.grown < 0 ? QStringLiteral("−") + bytes : bytes, row.grown}};
        made.push_back(std::move(one));
    }
    replace({tr("Layer"), tr("Phase"), tr("Grew by")}, std::move(made), {});
}

int ProfileTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
int ProfileTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_columns.size()); }

QVariant ProfileTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const Cell& cell = row.cells[static_cast<std::size_t>(index.column())];
    switch (role) {
        case Qt::DisplayRole: return cell.text;
        case Qt::ToolTipRole: return index.column() == 0 ? QVariant(cell.text) : QVariant();
        case Qt::TextAlignmentRole: return static_cast<int>(Qt::AlignVCenter | (cell.sort.isValid() ? Qt::AlignRight : Qt::AlignLeft));
        case Qt::ForegroundRole: return row.quiet ? QVariant(QGuiApplication::palette().brush(QPalette::PlaceholderText)) : QVariant();
        case kSortRole: return cell.sort.isValid() ? cell.sort : QVariant(cell.text);
        case kPathRole: return row.path;
        case kNameRole: return row.name;
        case kRowRole: return index.row();
        default: return {};
    }
}

QVariant ProfileTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= columnCount()) return {};
    return m_columns[section];
}

}  // namespace seekbench
