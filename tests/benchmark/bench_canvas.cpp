// SPDX-License-Identifier: Apache-2.0
// Frame times of the canvas (pan, zoom, edit) with 200, 1,000 and 5,000 nodes, offscreen: CPU time of the GUI thread.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include <QtCore/QEventLoop>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

#include "core/graph/layout/layout.h"
#include "widgets/graph/graph_editor.h"
#include "widgets/graph/graph_view.h"

using namespace seekbench;

namespace {

// A network of residual blocks, Conv2d → BatchNorm2d → ReLU with an Add over every third: as many nodes, 1.3 edges each.
Experiment network(int nodes) {
    Experiment experiment;
    Graph& graph = experiment.graph;
    const auto add = [&](const std::string& name, const char* op, ParameterValues parameters) {
        graph.nodes.emplace(name, Node{.name = name, .op = op, .parameters = std::move(parameters), .when = {}, .position = {}});
    };
    const auto join = [&](const std::string& from, const std::string& to, int slot = 0) {
        graph.edges.insert(Edge{{from, "output"}, {to, "input", slot}});
    };
    add("image", "Input", {{"shape", Integers{8, 16, 16}}});
    std::string last = "image", skip = last;
    for (int i = 0; i + 2 < nodes; ++i) {
        const std::string name = "n" + std::to_string(i);
        switch (i % 4) {
            case 0:
                add(name, "Conv2d",
                    {{"in_channels", std::int64_t{8}},
                     {"out_channels", std::int64_t{8}},
                     {"kernel_size", Integers{3}},
                     {"padding", Integers{1}}});
                break;
            case 1: add(name, "BatchNorm2d", {{"num_features", std::int64_t{8}}}); break;
            case 2: add(name, "ReLU", {}); break;
            default:
                add(name, "Add", {});
                join(skip, name, 1);
                break;
        }
        join(last, name);
        last = name;
        if (i % 4 == 3) skip = name;
    }
    add("out", "Output", {});
    join(last, "out");
    // In columns, as a drawn graph of this size would be: most of it beyond what is seen at 1:1.
    for (auto& [name, node] : graph.nodes) {
        const int at = name == "image" ? 0 : name == "out" ? nodes - 1 : std::stoi(name.substr(1)) + 1;
        node.position = {292.0 * (at / 40), 72.0 * (at % 40)};
    }
    return experiment;
}

// CPU time of this thread, so that a busy machine does not count.
class Stopwatch {
public:
    Stopwatch() { restart(); }
    void restart() { m_begin = now(); }
    double milliseconds() const { return now() - m_begin; }

private:
    static double now() {
#ifdef CLOCK_THREAD_CPUTIME_ID
        std::timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
#else
        return static_cast<double>(std::clock()) * 1e3 / CLOCKS_PER_SEC;
#endif
    }
    double m_begin = 0;
};

void print(const std::string& name, int nodes, std::vector<double> times) {
    std::ranges::sort(times);
    std::printf("%s_%d %.2f ms median, %.2f ms worst of %zu frames\n", name.c_str(), nodes, times[times.size() / 2], times.back(),
                times.size());
}

template <class Step>
std::vector<double> frames(int count, Step step) {
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        const Stopwatch timer;
        step(i);
        QCoreApplication::processEvents();  // paints what is due
        times.push_back(timer.milliseconds());
    }
    return times;
}

void measure(int nodes) {
    ExperimentDocument document;
    GraphEditor editor(document);
    editor.resize(1400, 900);
    editor.show();
    Stopwatch timer;
    document.open(network(nodes));
    std::printf("open_%d %.1f ms\n", nodes, timer.milliseconds());
    while (!document.isReportCurrent()) QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    GraphView& view = editor.view();

    view.setTransform(QTransform());
    view.look(editor.scene().contentRect().center());
    QCoreApplication::processEvents();
    print("pan", nodes, frames(60, [&](int i) {
              view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->value() + (i < 30 ? 13 : -13));
              view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + (i < 30 ? 9 : -9));
          }));
    const double smallest =
        std::min(1.0, std::min(1400 / editor.scene().contentRect().width(), 900 / editor.scene().contentRect().height()));
    const double factor = std::pow(std::max(smallest, GraphView::kSmallestZoom), 1.0 / 20);
    print("zoom", nodes, frames(40, [&](int i) { view.zoomBy(i < 20 ? factor : 1 / factor, QPoint(700, 450)); }));
    QCoreApplication::processEvents();

    // The GUI thread's part of one edit, and of the report that follows.
    std::vector<double> edits, reports;
    for (int i = 0; i < 20; ++i) {
        timer.restart();
        (void)document.edit({}, Edit{{MoveNode{"n4", {10.0 * i, 5.0 * i}}}}, QStringLiteral("Move"));
        edits.push_back(timer.milliseconds());
        QEventLoop loop;
        QObject::connect(&document, &ExperimentDocument::reportChanged, &loop, &QEventLoop::quit);
        if (!document.isReportCurrent()) loop.exec();
        timer.restart();
        Q_EMIT document.reportChanged();
        reports.push_back(timer.milliseconds());
    }
    print("edit", nodes, edits);
    print("report", nodes, reports);
    timer.restart();
    editor.select({"n8"});
    editor.removeSelection();
    std::printf("delete_%d %.1f ms\n", nodes, timer.milliseconds());
}

}  // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    for (const int nodes : {200, 1000, 5000}) measure(nodes);
    return 0;
}
