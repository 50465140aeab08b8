// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSlider>

#include "tests/support/training_packets.h"
#include "widgets/controls/segmented_control.h"
#include "widgets/runs/run_model.h"
#include "widgets/runs/run_plots.h"

using namespace seekbench;
using test::Training;

class RunPlotsTest : public QObject {
    Q_OBJECT

    const Training m_training;

    static void show(RunPlots& plots) {
        plots.resize(1000, 640);
        plots.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plots));
    }
    static SeriesPlot* named(const RunPlots& plots, const char* title) {
        for (SeriesPlot* plot : plots.plots())
            if (plot->accessibleName() == QLatin1String(title)) return plot;
        return nullptr;
    }

private Q_SLOTS:
    void aRunHasItsPlots() {
        RunModel run({.name = QStringLiteral("#1")});
        run.apply(m_training.whole());
        RunPlots plots;
        plots.setRuns({&run});
        show(plots);
        QCOMPARE(plots.plots().size(), std::size_t{5});
        QCOMPARE(named(plots, "Loss")->curves().size(), std::size_t{2});
        QCOMPARE(named(plots, "Accuracy")->curves().front().best, Curve::Best::Highest);
        QCOMPARE(named(plots, "Gradient")->curves().back().side, Curve::Side::Right);
        QVERIFY(named(plots, "Loss")->pointsInView() >= 2000);
    }

    void everyValidationMetricGetsAPlot() {
        Training training;
        training.metrics = {"accuracy", "top3_accuracy"};
        RunModel run({});
        run.apply(training.whole());
        RunPlots plots;
        plots.setRuns({&run});
        QCOMPARE(plots.plots().size(), std::size_t{6});
        QVERIFY(named(plots, "Top-3 accuracy"));
    }

    void severalRunsLieOverOneAnotherInTheirColours() {
        RunModel first({.name = QStringLiteral("#1"), .colourSlot = 0}), second({.name = QStringLiteral("#2"), .colourSlot = 3});
        first.apply(m_training.whole());
        second.apply(m_training.whole());
        RunPlots plots;
        plots.setRuns({&first, &second});
        const auto& curves = named(plots, "Loss")->curves();
        QCOMPARE(curves.size(), std::size_t{4});
        QCOMPARE(curves[2].colourSlot, 3);
        QCOMPARE(curves[2].label, QStringLiteral("#2 validation"));
        QVERIFY(curves[0].named && !curves[2].named);
    }

    void seriesThatComeLaterAppear() {
        RunModel run({});
        RunPlots plots;
        plots.setRuns({&run});
        show(plots);
        QVERIFY(named(plots, "Loss")->curves().empty());
        run.apply(m_training.start());
        run.apply(m_training.steps(0, 50));
        QTRY_VERIFY(named(plots, "Loss")->pointsInView() == 50);
    }

    void newsWhileHiddenIsDrawnWhenShown() {
        RunModel run({});
        run.apply(m_training.start());
        run.apply(m_training.steps(0, 50));
        RunPlots plots;
        plots.setRuns({&run});
        run.apply(m_training.steps(50, 90));
        QTest::qWait(80);
        QCOMPARE(named(plots, "Loss")->pointsInView(), std::size_t{50});
        show(plots);
        QTRY_COMPARE(named(plots, "Loss")->pointsInView(), std::size_t{90});
    }

    void aRunThatGoesAwayTakesItsCurvesAlong() {
        RunModel stays({});
        stays.apply(m_training.whole());
        RunPlots plots;
        auto goes = std::make_unique<RunModel>(RunIdentity{});
        goes->apply(m_training.whole());
        plots.setRuns({&stays, goes.get()});
        show(plots);
        goes.reset();
        QCOMPARE(plots.runs().size(), std::size_t{1});
        QCOMPARE(named(plots, "Loss")->curves().size(), std::size_t{2});
        plots.grab();
    }

    void theCrosshairIsInAllPlots() {
        RunModel run({});
        run.apply(m_training.whole());
        RunPlots plots;
        plots.setRuns({&run});
        show(plots);
        QTRY_VERIFY(named(plots, "Loss")->pointsInView() > 0);
        const QImage before = named(plots, "Memory")->grab().toImage();
        Q_EMIT named(plots, "Loss")->crosshairMoved(1000);
        QVERIFY(named(plots, "Memory")->grab().toImage() != before);
        Q_EMIT named(plots, "Loss")->crosshairMoved(std::nullopt);
        QCOMPARE(named(plots, "Memory")->grab().toImage(), before);
    }

    void theSliderSmoothes() {
        RunModel run({});
        run.apply(m_training.whole());
        RunPlots plots;
        plots.setRuns({&run});
        show(plots);
        auto& slider = *plots.findChild<QSlider*>();
        slider.setFocus();
        QTest::keyClick(&slider, Qt::Key_Home);
        QCOMPARE(plots.smoothing(), 0.0);
        QTest::keyClick(&slider, Qt::Key_End);
        QVERIFY(std::abs(plots.smoothing() - 0.999) < 1e-9);
        plots.setSmoothing(0.9);
        QVERIFY(std::abs(plots.smoothing() - 0.9) < 0.01);
    }

    void exportAsksWithPlotAndFormat() {
        RunModel run({});
        run.apply(m_training.whole());
        RunPlots plots;
        plots.setRuns({&run});
        SeriesPlot* asked = nullptr;
        PlotFormat format = PlotFormat::Png;
        connect(&plots, &RunPlots::exportRequested, this, [&](SeriesPlot* plot, PlotFormat wanted) {
            asked = plot;
            format = wanted;
        });
        auto* menu = plots.findChild<QMenu*>();
        Q_EMIT menu->aboutToShow();
        menu->actions().front()->menu()->actions().at(2)->trigger();
        QCOMPARE(asked, named(plots, "Loss"));
        QCOMPARE(format, PlotFormat::Csv);
    }
};

QTEST_MAIN(RunPlotsTest)
#include "tst_run_plots.moc"
