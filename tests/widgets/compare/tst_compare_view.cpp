// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>

#include "core/graph/edit.h"
#include "tests/support/sample_runs.h"
#include "widgets/compare/compare_plots.h"
#include "widgets/compare/compare_view.h"
#include "widgets/compare/graph_difference_view.h"
#include "widgets/plot/series_plot.h"
#include "widgets/runs/run_table.h"
#include "widgets/text/figures.h"
#include "widgets/theme/style_sheet.h"

using namespace seekbench;

namespace {

std::string idOf(int i) { return sampleRun(i).row.id; }

// input → conv → relu → pool → flatten → fc → output
Experiment baseline() {
    Experiment experiment;
    experiment.dataset = {"synthetic", {}};
    std::string last;
    for (const auto& [name, op] : {std::pair{"input", "Input"},
                                   {"conv", "Conv2d"},
                                   {"relu", "ReLU"},
                                   {"pool", "AdaptiveAvgPool2d"},
                                   {"flatten", "Flatten"},
                                   {"fc", "Linear"},
                                   {"output", "Output"}}) {
        experiment.graph.nodes.emplace(name, Node{.name = name, .op = op});
        if (!last.empty()) experiment.graph.edges.insert(Edge{{last, "output"}, {name, "input"}});
        last = name;
    }
    return experiment;
}

void need(const Result<Edit>& result) {
    if (!result) qFatal("%s", result.error().english().c_str());
}

// A wider kernel, another pooling, dropout before fc, another batch size.
Experiment variant() {
    Experiment experiment = baseline();
    experiment.training.batchSize = 128;
    need(perform(
        experiment.graph,
        {{SetParameter{"conv", "kernel_size", Integers{5, 5}}, SetOperator{"pool", "GlobalAvgPool"},
          Disconnect{{{"flatten", "output"}, {"fc", "input"}}}, AddNode{{.name = "drop", .op = "Dropout", .parameters = {{"p", 0.2}}}},
          Connect{{{"flatten", "output"}, {"drop", "input"}}}, Connect{{{"drop", "output"}, {"fc", "input"}}}}}));
    return experiment;
}

std::vector<Point> curve(double end, int epochs = 30) {
    std::vector<Point> points;
    for (int epoch = 1; epoch <= epochs; ++epoch)
        points.push_back({epoch * 100, 1.7e9 + epoch * 7.0, end - 0.07 * std::exp(-epoch / 2.1) - 0.02 * std::exp(-epoch / 8.0)});
    return points;
}

class TestedView {
public:
    // Run 1 is the baseline, 2 the variant, 3 the baseline with another seed.
    explicit TestedView(bool answering = true) {
        QObject::connect(&view, &CompareView::pointsRequested, [this, answering](const std::string& run, const std::string& series) {
            requests.emplace_back(run, series);
            if (answering) view.setPoints(run, series, curve(run == idOf(2) ? 0.94 : 0.93));
        });
        QObject::connect(&view, &CompareView::experimentRequested, [this, answering](const std::string& run) {
            experiments.push_back(run);
            if (answering) answer(run);
        });
        view.resize(1536, 900);
        view.setRuns(runs);
        view.show();
        if (!QTest::qWaitForWindowExposed(&view)) qFatal("no window");
    }
    void answer(const std::string& run) {
        Experiment experiment = run == idOf(2) ? variant() : baseline();
        if (run == idOf(3)) experiment.training.seed = 3;
        view.setExperiment(run, std::move(experiment));
    }
    void tick(int i) {
        auto& tree = view.table().view();
        QTest::mouseClick(tree.viewport(), Qt::LeftButton, {},
                          tree.visualRect(view.table().model().indexOf(idOf(i), RunColumn::Shown)).center());
    }
    QTableWidget* settings() const { return named<QTableWidget>(QStringLiteral("Settings of A and B")); }
    QTableWidget* metrics() const { return named<QTableWidget>(QStringLiteral("Results of A and B")); }
    GraphDifferenceView* graph() const { return view.findChild<GraphDifferenceView*>(); }
    bool says(const QString& text) const {
        const auto labels = view.findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
    }
    QString tab(int index) const { return named<QTabBar>(QStringLiteral("Which settings are shown"))->tabText(index); }

    std::vector<RunSummary> runs{sampleRun(3, {.name = "baseline", .seed = 3}),
                                 sampleRun(2, {.name = "wide", .variant = "w", .best = 0.9411}),
                                 sampleRun(1, {.name = "baseline", .best = 0.9362})};
    CompareView view;
    std::vector<std::pair<std::string, std::string>> requests;
    std::vector<std::string> experiments;

private:
    template <class Widget>
    Widget* named(const QString& name) const {
        for (Widget* widget : view.findChildren<Widget*>())
            if (widget->accessibleName() == name) return widget;
        qFatal("no %s", qPrintable(name));
        return nullptr;
    }
};

}  // namespace

class CompareViewTest : public QObject {
    Q_OBJECT

private slots:
    void nothingTickedSaysWhatToDo() {
        TestedView t;
        QVERIFY(t.says(QStringLiteral("Tick runs")));
        QVERIFY(t.says(QStringLiteral("Tick two runs")));
        QVERIFY(t.requests.empty());
    }

    void aTickedRunHasItsCurvesInBothPlots() {
        TestedView t;
        t.tick(1);
        QCOMPARE(t.requests, (std::vector<std::pair<std::string, std::string>>{{idOf(1), "val.accuracy"}, {idOf(1), "val.loss"}}));
        QCOMPARE(t.view.plots().plot(0)->pointsInView(), std::size_t{30});
        t.tick(2);
        QCOMPARE(t.view.plots().plot(0)->pointsInView(), std::size_t{60});
        t.tick(1);
        QCOMPARE(t.view.plots().plot(0)->pointsInView(), std::size_t{30});
    }

    void growingRunsAreAskedForAgainAndOthersAreNot() {
        TestedView t;
        t.tick(1);
        const auto before = t.requests.size();
        t.view.setRuns(t.runs);
        QCOMPARE(t.requests.size(), before);
        t.runs[2].series["val.accuracy"].count = 31;
        t.view.setRuns(t.runs);
        QCOMPARE(t.requests.size(), before + 1);
        QCOMPARE(t.requests.back(), std::pair(idOf(1), std::string("val.accuracy")));
    }

    void anotherSeriesIsChosen() {
        TestedView t;
        t.tick(1);
        auto* choice = t.view.plots().findChild<QComboBox*>();
        choice->setFocus();
        const int index = choice->findData(QStringLiteral("train.loss"));
        QVERIFY(index >= 0);
        choice->setCurrentIndex(index);
        Q_EMIT choice->activated(index);
        QCOMPARE(t.requests.back(), std::pair(idOf(1), std::string("train.loss")));
        QCOMPARE(t.view.plots().plot(0)->pointsInView(), std::size_t{30});
    }

    void theCrosshairIsShared() {
        TestedView t;
        t.tick(1);
        const auto picture = [&](std::optional<double> x) {
            Q_EMIT t.view.plots().plot(0)->crosshairMoved(x);
            QTest::qWait(100);  // the plot draws when the events are through
            return t.view.plots().plot(1)->grab().toImage();
        };
        const QImage here = picture(12.0), there = picture(20.0);
        QVERIFY(here != there);
        QCOMPARE(picture(12.0), here);
    }

    void onlyWhatDiffersIsListed() {
        TestedView t;
        t.tick(1);
        t.tick(2);
        QStringList rows;
        for (int row = 0; row < t.settings()->rowCount(); ++row) rows.append(t.settings()->item(row, 0)->text());
        QCOMPARE(rows.size(), 4);
        QVERIFY(rows.contains(QStringLiteral("drop")) && rows.contains(QStringLiteral("Batch size")));
        QVERIFY(rows.contains(QStringLiteral("pool: operator")));
        QCOMPARE(t.tab(0), QStringLiteral("Only differences 4"));
        QVERIFY(t.says(QStringLiteral("equal one(s) hidden")));
        t.view.findChild<QTabBar*>()->setCurrentIndex(1);
        QVERIFY(t.settings()->rowCount() > 15);
    }

    void severalChangesAreNamedAsOne() {
        TestedView t;
        t.tick(1);
        t.tick(2);
        QVERIFY(t.says(QStringLiteral("Several things changed at once: +0.49")));
        t.tick(2);
        t.tick(3);
        QVERIFY(!t.says(QStringLiteral("Several things changed at once")));
        QCOMPARE(t.settings()->rowCount(), 1);  // the seed
    }

    void theGraphsAreAlignedByName() {
        TestedView t;
        t.tick(1);
        t.tick(2);
        const GraphDifference& difference = t.graph()->difference();
        QCOMPARE(difference.count(NodeDifference::Kind::Added), std::size_t{1});
        QCOMPARE(difference.count(NodeDifference::Kind::Changed), std::size_t{2});
        QCOMPARE(difference.count(NodeDifference::Kind::Equal), std::size_t{5});
        QCOMPARE(t.graph()->model()->index(5, 0).data().toString(), QStringLiteral("drop (Dropout) was added."));
        QVERIFY(t.says(QStringLiteral("1 added")));
    }

    void theBetterResultIsBold() {
        TestedView t;
        t.tick(1);
        t.tick(2);
        QCOMPARE(t.metrics()->item(0, 3)->text(), QStringLiteral("+0.49"));
        QVERIFY(t.metrics()->item(0, 2)->font().bold() && !t.metrics()->item(0, 1)->font().bold());
    }

    void differencesToAFillTheColumn() {
        TestedView t;
        t.tick(1);
        const auto cell = [&](int i) { return t.view.table().model().indexOf(idOf(i), RunColumn::Difference).data().toString(); };
        QTRY_VERIFY(!cell(2).isEmpty());
        QCOMPARE(cell(2), QStringLiteral("3 in the graph, 1 setting(s)"));
        QCOMPARE(cell(3), QStringLiteral("–"));
    }

    void aMissingExperimentSaysWhy() {
        TestedView t(false);
        t.tick(1);
        t.tick(2);
        t.answer(idOf(1));
        t.view.setExperimentMissing(idOf(2), QStringLiteral("The disk is gone."));
        QVERIFY(t.says(QStringLiteral("The disk is gone.")));
    }

    void answersInAnyOrderCompareTheSame() {
        TestedView t(false);
        t.tick(1);
        t.tick(2);
        QTest::qWait(200);
        QCOMPARE(t.experiments, (std::vector{idOf(1), idOf(2), idOf(3)}));  // each once, though its row stays in view
        t.answer(idOf(2));
        t.answer(idOf(1));
        QCOMPARE(t.settings()->rowCount(), 4);
    }

    void theAxisIsChosenByKeyboard() {
        TestedView t;
        t.tick(1);
        for (auto* button : t.view.plots().findChildren<QToolButton*>())
            if (button->text() == QLatin1String("Step")) QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(t.view.plots().plot(0)->pointsInView(), std::size_t{30});
    }

    void layoutIsKept() {
        TestedView t;
        CompareView other;
        QVERIFY(other.restoreLayoutState(t.view.layoutState()));
        QVERIFY(!other.restoreLayoutState({}));
    }

    void pictures() {
        const QString folder = qEnvironmentVariable("SEEKBENCH_PICTURES");
        if (folder.isEmpty()) QSKIP("SEEKBENCH_PICTURES names no folder to save to");
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
            QFont font = qApp->font();
            font.setPixelSize(13);
            qApp->setFont(font);
            qApp->setStyleSheet(styleSheet(Theme(kind), font));
            qApp->setPalette(Theme(kind).palette());
            TestedView t;
            t.view.setTheme(Theme(kind));
            for (const int i : {1, 2, 3}) t.tick(i);
            QTest::qWait(300);
            QVERIFY(t.view.grab().save(folder + QStringLiteral("/compare-%1.png").arg(fromUtf8(nameOf(kind)))));
        }
        qApp->setStyleSheet({});
    }
};

QTEST_MAIN(CompareViewTest)
#include "tst_compare_view.moc"
