// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <cmath>

#include "core/trace/formats/trace_export.h"

namespace seekbench {
namespace {

std::string cell(std::string_view text) { return std::string(text); }
template <std::integral Number>
std::string cell(Number number) {
    return std::to_string(number);
}
// The shortest text that reads back the same; empty for what is no number.
std::string cell(double number) {
    if (!std::isfinite(number)) return {};
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr};
}
std::string cell(const std::optional<double>& number) { return number ? cell(*number) : std::string(); }

std::string sizes(const std::uint32_t (&s)[3]) { return std::to_string(s[0]) + "x" + std::to_string(s[1]) + "x" + std::to_string(s[2]); }

// "conv1 conv2": names of nodes have no spaces.
std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
    return text;
}

template <class Rows, class Make>
CsvTable tableOf(std::vector<std::string> columns, const Rows& rows, Make make) {
    CsvTable table{std::move(columns), {}};
    for (const auto& row : rows) table.rows.push_back(make(row));
    return table;
}

void appendLine(std::string& out, const std::vector<std::string>& fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i) out += ',';
        if (fields[i].find_first_of(",\"\r\n") == std::string::npos) {
            out += fields[i];
            continue;
        }
        out += '"';
        for (const char c : fields[i]) {
            if (c == '"') out += '"';
            out += c;
        }
        out += '"';
    }
    out += '\n';
}

}  // namespace

std::string CsvTable::text() const {
    std::string out;
    appendLine(out, columns);
    for (const auto& row : rows) appendLine(out, row);
    return out;
}

CsvTable csvOf(const std::vector<OperatorRow>& rows) {
    return tableOf({"operator", "calls", "self_ns", "total_ns", "flops", "bytes", "efficiency"}, rows, [](const OperatorRow& row) {
        return std::vector{row.name,        cell(row.calls), cell(row.self),      cell(row.total),
                           cell(row.flops), cell(row.bytes), cell(row.efficiency)};
    });
}

CsvTable csvOf(const std::vector<KernelRow>& rows) {
    return tableOf(
        {"kernel", "grid", "block", "registers_per_thread", "shared_bytes", "occupancy", "tensor_cores", "calls", "total_ns",
         "exclusive_ns", "shortest_ns", "longest_ns", "flops", "bytes", "implementation", "layers"},
        rows, [](const KernelRow& row) {
            std::vector<std::string> cells{row.name};
            if (row.launch)
                cells.insert(cells.end(),
                             {sizes(row.launch->grid), sizes(row.launch->block), cell(row.launch->registersPerThread),
                              cell(row.launch->sharedBytes), cell(double{row.launch->occupancy}), row.launch->tensorCores ? "yes" : "no"});
            else
                cells.resize(7);
            cells.insert(cells.end(), {cell(row.calls), cell(row.total), cell(row.exclusive), cell(row.shortest), cell(row.longest),
                                       cell(row.flops), cell(row.bytes), row.implementation, joined(row.layers)});
            return cells;
        });
}

CsvTable csvOf(const std::vector<LayerRow>& rows) {
    return tableOf({"node", "forward_ns", "backward_ns", "other_ns", "share", "calls", "flops", "bytes"}, rows, [](const LayerRow& row) {
        return std::vector{row.node,        cell(row.forward), cell(row.backward), cell(row.other),
                           cell(row.share), cell(row.calls),   cell(row.flops),    cell(row.bytes)};
    });
}

CsvTable csvOf(const std::vector<SummaryRow>& rows) {
    return tableOf({"step", "node", "phase", "host_ns", "device_ns", "calls", "flops", "bytes"}, rows, [](const SummaryRow& row) {
        return std::vector{cell(row.step),   row.node,        cell(nameOf(row.phase)), cell(row.host),
                           cell(row.device), cell(row.calls), cell(row.flops),         cell(row.bytes)};
    });
}

CsvTable csvOf(const std::vector<StepBar>& rows) {
    std::vector<std::string> columns{"step", "start_ns", "duration_ns"};
    for (std::size_t i = 0; i < kPhases; ++i) columns.push_back(std::string(nameOf(static_cast<Phase>(i))) + "_ns");
    columns.push_back("gaps_ns");
    return tableOf(std::move(columns), rows, [](const StepBar& row) {
        std::vector<std::string> cells{cell(row.step.number), cell(row.step.start), cell(row.step.duration)};
        for (const std::int64_t part : row.phases) cells.push_back(cell(part));
        cells.push_back(cell(row.gaps));
        return cells;
    });
}

CsvTable csvOf(const std::vector<IdleGap>& rows) {
    return tableOf({"start_ns", "duration_ns", "cause", "on", "blame"}, rows, [](const IdleGap& row) {
        return std::vector{cell(row.span.begin), cell(row.span.duration()), cell(nameOf(row.cause)),
                           std::string(row.onDevice ? "device" : "host"), row.blame};
    });
}

CsvTable csvOf(const std::vector<RooflinePoint>& rows) {
    return tableOf(
        {"operator", "node", "phase", "type", "calls", "time_ns", "flops", "bytes", "flops_per_byte", "flops_per_second",
         "attainable_flops_per_second", "efficiency", "lost_ns"},
        rows, [](const RooflinePoint& row) {
            return std::vector{
                row.name,        row.node,        cell(nameOf(row.phase)), row.type,           cell(row.calls),      cell(row.time),
                cell(row.flops), cell(row.bytes), cell(row.intensity),     cell(row.achieved), cell(row.attainable), cell(row.efficiency),
                cell(row.lost)};
        });
}

CsvTable csvOf(const std::vector<DifferenceRow>& rows) {
    return tableOf(
        {"node", "operator", "shapes", "before_ns", "after_ns", "change_ns", "low_ns", "high_ns", "calls_before", "calls_after", "verdict"},
        rows, [](const DifferenceRow& row) {
            return std::vector{row.node,
                               row.name,
                               row.shapes,
                               cell(row.before),
                               cell(row.after),
                               cell(row.change()),
                               cell(row.low),
                               cell(row.high),
                               cell(row.callsBefore),
                               cell(row.callsAfter),
                               cell(nameOf(row.verdict))};
        });
}

}  // namespace seekbench
