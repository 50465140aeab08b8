// SPDX-License-Identifier: Apache-2.0
// What a list of 10,000 runs costs: read from the database, given to the table, sorted, filtered, scrolled.
//
// Median over the rounds, in milliseconds of processor time: everything happens in one thread, and what other programs take does not
// count. The table is painted offscreen at 1500 × 800.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <vector>

#include <QtCore/QCoreApplication>
#include <QtCore/QTemporaryDir>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTreeView>

#include "core/store/database.h"
#include "tests/support/sample_runs.h"
#include "widgets/runs/run_table.h"

using namespace seekbench;

namespace {

constexpr int kRuns = 10'000;
constexpr int kRounds = 9;
constexpr int kEpochs = 30;

template <class T>
T need(Result<T> result) {
    if (result) return std::move(*result);
    std::fprintf(stderr, "%s\n", result.error().english().c_str());
    std::exit(1);
}

double processorMilliseconds() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

void report(const char* name, const std::function<void(int round)>& work) {
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) {
        const double begin = processorMilliseconds();
        work(round);
        times.push_back(processorMilliseconds() - begin);
    }
    std::sort(times.begin(), times.end());
    std::printf("%-34s %8.3g %-3s %-52s %.3g..%.3g (%zu times)\n", name, times[times.size() / 2], "ms", "-", times.front(), times.back(),
                times.size());
}

// Every run with what a worker writes: step series and four values an epoch.
void fillDatabase(Database& database) {
    static constexpr const char* kNames[] = {"train.loss", "learning_rate", "step_seconds",  "train.epoch_loss",
                                             "val.loss",   "val.accuracy",  "train.accuracy"};
    for (int i = 0; i < kRuns; ++i) {
        std::vector<Packet> packets{
            AttemptStarted{.number = 1, .time = 1.7e9 + i, .device = "cpu", .totalSteps = kEpochs * 10, .stepsPerEpoch = 10},
            StateChanged{.state = WorkerState::Finished, .time = 1.7e9 + i, .step = kEpochs * 10, .reason = "", .advice = ""}};
        for (std::uint16_t series = 0; series < std::size(kNames); ++series) packets.push_back(SeriesDeclared{series, kNames[series], ""});
        MetricBatch steps, epochs;
        for (std::uint16_t series = 0; series < std::size(kNames); ++series) (series < 3 ? steps : epochs).columns.push_back({series, {}});
        const auto add = [&](MetricBatch& batch, int step) {
            batch.steps.push_back(step);
            batch.times.push_back(1.7e9 + i + step);
            for (auto& column : batch.columns) column.values.push_back(1.0 / (step + i % 7 + column.series));
        };
        for (int step = 1; step <= kEpochs * 10; ++step) add(steps, step);
        for (int epoch = 1; epoch <= kEpochs; ++epoch) add(epochs, epoch * 10);
        packets.emplace_back(std::move(steps));
        packets.emplace_back(std::move(epochs));
        if (!need(database.record(sampleRun(i).row.id, 0, 1, packets))) std::exit(1);
    }
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    {
        const QTemporaryDir folder;
        auto database = need(Database::open(folder.filePath(QStringLiteral("runs.sqlite")).toStdString(), Database::Access::ReadWrite));
        fillDatabase(database);
        report("run_list_read", [&](int) {
            if (need(database.summaries()).size() != kRuns) std::exit(1);
        });
    }

    RunTable table;
    table.resize(1500, 800);
    table.setRuns(sampleRuns(kRuns));
    table.show();
    QApplication::processEvents();

    std::vector<std::vector<RunSummary>> lists;  // made before the clock runs
    for (int round = 0; round < kRounds; ++round) {
        lists.push_back(sampleRuns(kRuns));
        lists.back()[static_cast<std::size_t>(round)].series["val.accuracy"].last = 0.5;
        lists.back()[static_cast<std::size_t>(round)].row.epoch = 7 + round;
    }
    report("run_table_set_runs", [&](int round) { table.setRuns(std::move(lists[static_cast<std::size_t>(round)])); });
    report("run_table_sort_number", [&](int round) {
        table.model().sort(static_cast<int>(RunColumn::BestAccuracy), round % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);
    });
    report("run_table_sort_text",
           [&](int round) { table.model().sort(static_cast<int>(RunColumn::Name), round % 2 ? Qt::AscendingOrder : Qt::DescendingOrder); });
    report("run_table_filter", [&](int round) { table.setFilterText(round % 2 ? QString() : QStringLiteral("state:finished seed:3")); });
    table.setFilterText({});
    report("run_table_group", [&](int round) { table.model().setGrouping(round % 2 ? RunGrouping::None : RunGrouping::Experiment); });
    table.model().setGrouping(RunGrouping::None);
    QApplication::processEvents();
    report("run_table_scroll_page", [&](int round) {
        table.view().verticalScrollBar()->setValue(round * 900);
        table.view().viewport()->repaint();
    });
}
