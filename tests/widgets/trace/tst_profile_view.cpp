// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <qcustomplot.h>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

#include "tests/support/sample_trace.h"
#include "widgets/trace/change_view.h"
#include "widgets/trace/difference_view.h"
#include "widgets/trace/filter_bar.h"
#include "widgets/trace/flame_view.h"
#include "widgets/trace/profile_tables.h"
#include "widgets/trace/profile_view.h"
#include "widgets/trace/roofline_plot.h"
#include "widgets/trace/slice_panel.h"
#include "widgets/trace/step_bar_view.h"
#include "widgets/trace/time_axis.h"
#include "widgets/trace/timeline_view.h"
#include "widgets/trace/trace_words.h"

using namespace seekbench;

class ProfileViewTest : public QObject {
    Q_OBJECT

    static SharedProfile profile(std::int64_t steps = 4) { return std::make_shared<ProfileData>(test::trainingTrace(steps, 6)); }
    static TimeAxis axis() { return {.whole = {0, 1'000'000}, .shown = {0, 1'000'000}, .width = 1000}; }
    static std::string nameOf(const ProfileData& data, SliceRef slice) {
        return std::string(data.trace.dictionary().nameOf(data.trace.at(slice).label));
    }
    static std::string nodeOf(const ProfileData& data, SliceRef slice) {
        return std::string(data.trace.dictionary().text(data.attribution.of(slice.track, slice.slice).node));
    }
    // Answers at once, in this thread.
    static void answer(ProfileView& view) {
        connect(&view, &ProfileView::tablesRequested, &view, [&view](const SharedProfile& profile, const TraceFilter& filter) {
            view.setTables(profile, std::make_shared<const FilteredTables>(tablesOf(*profile, filter)));
        });
    }
    static void press(ProfileView& view, Qt::Key key) { QTest::keyClick(&view.timeline(), key); }

private Q_SLOTS:
    void whatLiesUnderTheMouseStaysThereWhenZooming() {
        TimeAxis zoomed = axis();
        const std::int64_t time = zoomed.timeAt(300);
        zoomed.zoom(8, 300);
        QCOMPARE(zoomed.timeAt(300), time);
        QCOMPARE(zoomed.shown.duration(), 125'000);
        zoomed.zoom(1e12, 300);
        QCOMPARE(zoomed.shown.duration(), TimeAxis::kShortest);
        zoomed.zoom(1e-12, 300);
        QCOMPARE(zoomed, axis());
    }

    void panningEndsAtTheEndsOfTheTrace() {
        TimeAxis panned = axis();
        panned.zoom(10, 500);
        panned.pan(-1e9);
        QCOMPARE(panned.shown, (TimeSpan{0, 100'000}));
        panned.pan(1e9);
        QCOMPARE(panned.shown, (TimeSpan{900'000, 1'000'000}));
        panned.fit({400'000, 500'000});
        QCOMPARE(panned.shown, (TimeSpan{390'000, 510'000}));
    }

    void ticksAreRoundAndFarEnoughApart() {
        TimeAxis shown = axis();
        shown.zoom(7.3, 411);
        const auto ticks = shown.ticks(100);
        QVERIFY(ticks.size() >= 3 && ticks.size() <= 10);
        for (std::size_t i = 1; i < ticks.size(); ++i) QVERIFY(shown.xOf(ticks[i]) - shown.xOf(ticks[i - 1]) >= 100);
        for (const std::int64_t tick : ticks) QCOMPARE(tick % 10'000, 0);
        QVERIFY(TimeAxis().ticks(100).empty());
    }

    void timesHaveThreeDigitsAndAUnit_data() {
        QTest::addColumn<double>("nanoseconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("ns") << 95.0 << QStringLiteral("95 ns");
        QTest::newRow("µs") << 8'404.0 << QStringLiteral("8.40 µs");
        QTest::newRow("ms") << 12'345'678.0 << QStringLiteral("12.3 ms");
        QTest::newRow("nearly a second") << 999'600'000.0 << QStringLiteral("1.00 s");
    }
    void timesHaveThreeDigitsAndAUnit() {
        QFETCH(double, nanoseconds);
        QFETCH(QString, text);
        QCOMPARE(timeText(nanoseconds), text);
    }

    void slicesOfOneLineDoNotOverlapAndNoneIsMissing() {
        const auto data = profile();
        for (const auto& row : data->rows) {
            std::size_t slices = 0;
            for (const SliceLevels& lane : row.lanes) slices += lane.size();
            QCOMPARE(slices, data->trace.slices(row.track).size());
            QCOMPARE(row.laneOf.size(), slices);
        }
        QCOMPARE(data->rows.size(), std::size_t{3});  // phases, trainer, loader
    }

    void theStepBarAddsUpToAHundredPercent() {
        StepBarView bar;
        bar.setBars(profile()->bars);
        double sum = 0;
        for (const QString& word : bar.legend()) {
            const QStringList parts = word.split(QLatin1Char(' '));
            sum += parts[1].toDouble();
        }
        QVERIFY2(std::abs(sum - 100) < 0.3, qPrintable(QString::number(sum)));
        bar.setBars({});
        QVERIFY(bar.legend().isEmpty());
    }

    void tablesShowWhatTookLongestFirstAndTellTheirLayer() {
        ProfileTable table;
        QAbstractItemModelTester tester(&table);
        const auto data = profile();
        table.setLayers(data->layers, 4);
        QCOMPARE(table.rowCount(), static_cast<int>(data->layers.size()));
        QCOMPARE(table.index(0, 0).data(ProfileTable::kPathRole).toString().toStdString(), data->layers.front().node);
        QCOMPARE(table.index(0, 1).data(ProfileTable::kSortRole).toDouble(), static_cast<double>(data->layers.front().total()) / 4);
        table.setOperators(operatorTable(data->trace), 4);
        QCOMPARE(table.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Self"));
        table.setRoofline(data->roofline, 4);
        QVERIFY(table.rowCount() > 0);
    }

    void keysZoomPanMarkAndFollowArrows() {
        ProfileView view;
        answer(view);
        view.resize(1200, 800);
        view.show();
        const auto data = profile();
        view.setProfile(data);
        TimelineView& timeline = view.timeline();
        timeline.setFocus();
        const TimeAxis before = timeline.axis();
        press(view, Qt::Key_W);
        QVERIFY(timeline.axis().shown.duration() < before.shown.duration());
        press(view, Qt::Key_S);
        press(view, Qt::Key_S);
        press(view, Qt::Key_D);
        QVERIFY(timeline.axis().shown.end <= data->trace.span().end);

        QVERIFY(timeline.selectNext(QStringLiteral("aten::conv2d")));
        QCOMPARE(nameOf(*data, *timeline.selected()), std::string("aten::conv2d"));
        const std::string node = nodeOf(*data, *timeline.selected());
        press(view, Qt::Key_BracketRight);
        QCOMPARE(nameOf(*data, *timeline.selected()), std::string("ConvolutionBackward0"));
        QCOMPARE(nodeOf(*data, *timeline.selected()), node);
        press(view, Qt::Key_BracketLeft);
        QCOMPARE(nameOf(*data, *timeline.selected()), std::string("aten::conv2d"));

        press(view, Qt::Key_M);
        QVERIFY(timeline.mark());
        QCOMPARE(timeline.mark()->duration(), data->trace.at(*timeline.selected()).duration);
        QVERIFY(view.operators().model()->rowCount() < static_cast<int>(operatorTable(data->trace).size()));
        press(view, Qt::Key_F);
        QVERIFY(timeline.axis().shown.duration() < 2 * timeline.mark()->duration());
        press(view, Qt::Key_M);
        QVERIFY(!timeline.mark());

        QSignalSpy activated(&view, &ProfileView::nodeActivated);
        press(view, Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated[0][0].toString().toStdString(), node);
        QCOMPARE(view.panel().node().toStdString(), node);
    }

    void everyTableIsFilteredByLayerPhaseAndSpan() {
        ProfileView view;
        answer(view);
        view.resize(1200, 800);
        view.show();
        const auto data = profile();
        view.setProfile(data);
        QVERIFY(view.filterBar().chips().isEmpty());
        const int layers = view.layers().model()->rowCount(), operators = view.operators().model()->rowCount();

        view.setPhase(Phase::Optimizer);
        QCOMPARE(view.layers().model()->rowCount(), 1);  // what has no layer
        QCOMPARE(view.operators().model()->rowCount(), static_cast<int>(operatorTable(data->trace, {.phase = Phase::Optimizer}).size()));
        QCOMPARE(view.filterBar().chips(), QStringList{QStringLiteral("phase: Optimizer ×")});
        QCOMPARE(view.rooflinePlot().pointAt({1, 1}), std::nullopt);

        view.setPhase(Phase::Forward);
        view.showNode(QStringLiteral("block/2"));
        QCOMPARE(view.filterBar().chips().size(), 2);
        QCOMPARE(nodeOf(*data, *view.timeline().selected()), std::string("block/2/conv"));
        QCOMPARE(view.operators().model()->rowCount(),
                 static_cast<int>(operatorTable(data->trace, {.node = "block/2", .phase = Phase::Forward}).size()));
        press(view, Qt::Key_M);
        QCOMPARE(view.filterBar().chips().size(), 3);
        QVERIFY(view.layers().model()->rowCount() < layers);

        press(view, Qt::Key_Escape);
        QVERIFY(view.filterBar().chips().isEmpty());
        QVERIFY(!view.timeline().mark());
        QCOMPARE(view.layers().model()->rowCount(), layers);
        QCOMPARE(view.operators().model()->rowCount(), operators);
    }

    void ofTwoFiltersOnlyTheSecondIsShown() {
        ProfileView view;
        QSignalSpy asked(&view, &ProfileView::tablesRequested);
        const auto answerTo = [&](int request) {
            const auto profile = asked[request][0].value<SharedProfile>();
            const auto filter = asked[request][1].value<TraceFilter>();
            view.setTables(profile, std::make_shared<const FilteredTables>(tablesOf(*profile, filter)));
        };
        const auto rows = [&] { return view.operators().model()->rowCount(); };
        const auto rowsOf = [&](const ProfileData& data, const TraceFilter& filter) {
            return static_cast<int>(operatorTable(data.trace, filter).size());
        };
        const auto data = profile();
        view.setProfile(data);
        QVERIFY(view.isBusy() && view.filterBar().note().contains(QStringLiteral("being computed")));
        answerTo(0);
        QCOMPARE(rows(), rowsOf(*data, {}));
        QVERIFY(!view.isBusy() && !view.filterBar().note().contains(QStringLiteral("being computed")));

        view.setPhase(Phase::Optimizer);
        view.setPhase(Phase::Forward);
        QCOMPARE(asked.count(), 3);
        QCOMPARE(rows(), rowsOf(*data, {}));  // until the answer comes
        view.tabs().setCurrentWidget(&view.operators());
        QSignalSpy saved(&view, &ProfileView::csvRequested);
        Q_EMIT view.filterBar().csvRequested();
        QCOMPARE(saved.count(), 0);  // these rows are not of the filter that is shown
        answerTo(1);                 // too late
        QCOMPARE(rows(), rowsOf(*data, {}));
        QVERIFY(view.isBusy());
        answerTo(2);
        QCOMPARE(rows(), rowsOf(*data, {.phase = Phase::Forward}));
        QVERIFY(rows() != rowsOf(*data, {.phase = Phase::Optimizer}) && !view.isBusy());
        answerTo(1);
        QCOMPARE(rows(), rowsOf(*data, {.phase = Phase::Forward}));

        // There and back: nothing has to be computed, and what comes of it is not shown.
        view.setPhase(Phase::Optimizer);
        view.setPhase(Phase::Forward);
        QCOMPARE(asked.count(), 4);
        answerTo(3);
        QCOMPARE(rows(), rowsOf(*data, {.phase = Phase::Forward}));

        // Another profile, and none: what was asked for before does not come back.
        const auto other = profile(2);
        view.setProfile(other);
        QCOMPARE(rows(), 0);
        answerTo(0);
        QCOMPARE(rows(), 0);
        answerTo(4);
        QCOMPARE(rows(), rowsOf(*other, {}));
        view.setProfile(nullptr);
        answerTo(4);
        QCOMPARE(rows(), 0);
        QVERIFY(!view.isBusy());
    }

    void kernelsTellHowTheyComputeAndForWhom() {
        ProfileTable table;
        QAbstractItemModelTester tester(&table);
        KernelArguments launch{.grid = {8, 1, 1}, .block = {128, 1, 1}};
        table.setKernels({{.name = "Conv2d + ReLU",
                           .implementation = "jit:avx2, direct",
                           .calls = 20,
                           .total = 8'000'000,
                           .exclusive = 6e6,
                           .flops = 8e9,
                           .bytes = 4e6,
                           .worked = 4'000'000,
                           .layers = {"a", "b", "c", "d", "e"}},
                          {.name = "gemm", .launch = launch, .calls = 2, .total = 2'000'000, .exclusive = 2e6, .layers = {"fc"}}},
                         10);
        const auto row = [&](int number) {
            QStringList cells;
            for (int column = 0; column < table.columnCount(); ++column) cells.append(table.index(number, column).data().toString());
            return cells.join(QLatin1Char('|'));
        };
        QCOMPARE(row(0), QStringLiteral("Conv2d + ReLU|jit:avx2, direct|600 µs|75.0 %|2.0|400 µs|2.00 TFLOP/s|1.00 GB/s|a, b, c, 2 more"));
        QCOMPARE(row(1), QStringLiteral("gemm|8×1×1, 128×1×1|200 µs|25.0 %|0.2|1.00 ms|–|–|fc"));
        QCOMPARE(table.index(1, 0).data(ProfileTable::kPathRole).toString(), QStringLiteral("fc"));
        QVERIFY(table.index(0, 0).data(ProfileTable::kPathRole).toString().isEmpty());
    }

    void aChipTakesItsFilterAwayAndThePartOfTheBarSetsOne() {
        ProfileView view;
        answer(view);
        view.resize(1200, 800);
        view.show();
        view.setProfile(profile());
        StepBarView& bar = view.bar();
        double x = 0;
        while (x < bar.width() && bar.phaseAt(x) != Phase::Backward) ++x;
        QTest::mouseClick(&bar, Qt::LeftButton, {}, {static_cast<int>(x) + 3, 5});
        QVERIFY(view.filterBar().filter().phase == Phase::Backward);
        QToolButton* shown = nullptr;
        for (QToolButton* chip : view.filterBar().findChildren<QToolButton*>())
            if (chip->isVisible()) shown = chip;
        QVERIFY(shown != nullptr);
        shown->click();
        QVERIFY(view.filterBar().filter() == TraceFilter());
        QVERIFY(view.filterBar().chips().isEmpty());
    }

    void tablesAreSavedAsCsvWithTheirFilters() {
        ProfileView view;
        answer(view);
        const auto data = profile();
        view.setProfile(data);
        QSignalSpy asked(&view, &ProfileView::csvRequested);
        view.setPhase(Phase::Forward);
        for (int tab = 0; tab < view.tabs().count(); ++tab) {
            view.tabs().setCurrentIndex(tab);
            Q_EMIT view.filterBar().csvRequested();
        }
        QStringList names;
        for (const auto& call : asked) names.append(call[0].toString());
        QCOMPARE(names,
                 (QStringList{QStringLiteral("layers"), QStringLiteral("operators"), QStringLiteral("kernels"), QStringLiteral("roofline"),
                              QStringLiteral("steps"), QStringLiteral("memory"), QStringLiteral("difference")}));
        QCOMPARE(asked[1][1].toByteArray().toStdString(), csvOf(operatorTable(data->trace, {.phase = Phase::Forward})).text());
        QCOMPARE(asked[3][1].toByteArray().toStdString(), csvOf(rooflinePoints(data->trace, {.phase = Phase::Forward})).text());
    }

    void theRooflinePlacesPointsUnderTheirRoofsAndChoosesThem() {
        RooflinePlot plot;
        plot.resize(700, 420);
        plot.show();
        const auto data = profile();
        plot.setPoints(data->roofline, data->trace.ceilings(), 4);
        QVERIFY(!plot.grab().isNull());  // which lays it out
        QVERIFY(data->roofline.size() > 6);
        const auto first = plot.placeOf(0);
        QVERIFY(first && QRectF(plot.rect()).contains(*first));
        QSignalSpy chosen(&plot, &RooflinePlot::pointChosen), activated(&plot, &RooflinePlot::pointActivated);
        auto* inner = plot.findChild<QCustomPlot*>();
        QTest::mouseClick(inner, Qt::LeftButton, {}, (*first - QPointF(inner->pos())).toPoint());
        QCOMPARE(chosen.count(), 1);
        QVERIFY(plot.selected());
        const auto point = *plot.selected();
        QVERIFY(std::hypot(plot.placeOf(point)->x() - first->x(), plot.placeOf(point)->y() - first->y()) < 15);
        QVERIFY(plot.describe(point).contains(QStringLiteral("attainable")));
        QTest::keyClick(&plot, Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        // Twice the rate lies higher, twice the intensity farther right.
        std::vector<RooflinePoint> two{{.intensity = 1, .achieved = 1e9, .attainable = 1e10, .lost = 5},
                                       {.intensity = 2, .achieved = 2e9, .attainable = 1e10, .lost = 3},
                                       {.intensity = 0, .achieved = 0, .lost = 1}};
        plot.setPoints(two, data->trace.ceilings(), 1);
        QVERIFY(plot.placeOf(1)->x() > plot.placeOf(0)->x() && plot.placeOf(1)->y() < plot.placeOf(0)->y());
        QVERIFY(!plot.placeOf(2));
        QVERIFY2(plot.note().contains(QStringLiteral("2 of 3 points")), qPrintable(plot.note()));
    }

    void aPointOfTheRooflineLeadsToItsRowAndSlices() {
        ProfileView view;
        answer(view);
        view.resize(1200, 800);
        view.show();
        const auto data = profile();
        view.setProfile(data);
        Q_EMIT view.rooflinePlot().pointChosen(2);
        QCOMPARE(nodeOf(*data, *view.timeline().selected()), data->roofline[2].node);
        QCOMPARE(view.rooflinePlot().selected(), std::optional<std::size_t>(2));
    }

    void aChangeIsToldByLayerAndOperatorAndNoiseIsGrey() {
        const Trace before = test::trainingTrace(20, 6, 1), after = test::trainingTrace(20, 6, 2, 2);
        DifferenceView view;
        view.resize(1000, 400);
        view.show();
        view.setChoices({QStringLiteral("this run, step-1")}, 0);
        view.setComparison(DifferenceView::Comparison{differenceOf(before, after), layerDifferenceOf(before, after)});
        QVERIFY2(view.verdict().contains(QStringLiteral("slower")), qPrintable(view.verdict()));
        const QAbstractItemModel& rows = *view.table().model();
        QVERIFY(QStringLiteral("block/3/conv").startsWith(rows.index(0, 0).data().toString()));  // the greatest change first
        QVERIFY(!rows.index(0, 0).data(Qt::ForegroundRole).isValid());
        int quiet = 0;
        for (int row = 0; row < rows.rowCount(); ++row) {
            const QString path = rows.index(row, 0).data(ProfileTable::kPathRole).toString();
            const bool grey = rows.index(row, 0).data(Qt::ForegroundRole).isValid();
            quiet += grey;
            if (path == QStringLiteral("block/3/conv")) QVERIFY(!grey);
            if (path == QStringLiteral("block/2/conv")) QVERIFY(grey);
        }
        QVERIFY(quiet >= 5);
        view.setFilter({.node = "block/3"});
        QCOMPARE(rows.rowCount(), 2);  // block/3 and block/3/conv
        view.setFilter({.phase = Phase::Forward});
        QCOMPARE(rows.rowCount(), 6);
        QVERIFY(!view.grab().isNull());

        ChangeView& icicle = view.icicle();
        const auto blocks = icicle.blocks();
        QVERIFY(blocks.size() > 8);
        int coloured = 0;
        for (const IcicleBlock& block : blocks) coloured += icicle.strength(block.node) > 0;
        QVERIFY(coloured >= 3);
        QVERIFY(icicle.describe(blocks[1].node).contains(QStringLiteral("before")));
        view.setComparison({});
        QCOMPARE(rows.rowCount(), 0);
        QVERIFY(icicle.blocks().empty());
    }

    void theSearchGoesRoundAndTellsWhenThereIsNothing() {
        ProfileView view;
        answer(view);
        view.setProfile(profile(1));
        TimelineView& timeline = view.timeline();
        QVERIFY(timeline.selectNext(QStringLiteral("loader")));
        const auto only = timeline.selected();
        QVERIFY(timeline.selectNext(QStringLiteral("LOADER")));
        QCOMPARE(timeline.selected(), only);
        QVERIFY(!timeline.selectNext(QStringLiteral("no such thing")));
        QCOMPARE(timeline.selected(), only);
    }

    void aClickSelectsWhatIsDrawnThere() {
        ProfileView view;
        answer(view);
        view.resize(1200, 800);
        view.show();
        const auto data = profile(1);
        view.setProfile(data);
        TimelineView& timeline = view.timeline();
        QVERIFY(timeline.selectNext(QStringLiteral("backward")));  // the phase
        const Slice phase = data->trace.at(*timeline.selected());
        const QWidget& port = *timeline.viewport();
        const int gutter = port.width() - timeline.axis().width;
        const auto x = gutter + static_cast<int>(timeline.axis().xOf(phase.start + phase.duration / 2));
        timeline.select(std::nullopt);
        QTest::mouseClick(timeline.viewport(), Qt::LeftButton, {}, {x, static_cast<int>(view.fontMetrics().height() * 1.9)});
        QVERIFY(timeline.selected());
        QCOMPARE(data->trace.at(*timeline.selected()), phase);
    }

    void everythingIsDrawnAtAnyZoomAndWithoutAProfile() {
        ProfileView view;
        answer(view);
        view.resize(1000, 700);
        view.show();
        QVERIFY(!view.grab().isNull());
        view.setProfile(profile());
        for (int i = 0; i < 60; ++i) press(view, Qt::Key_W);
        QVERIFY(!view.timeline().grab().isNull());
        for (int i = 0; i < 80; ++i) press(view, Qt::Key_S);
        QVERIFY(!view.timeline().grab().isNull());
        view.setProfile(nullptr);
        view.setMessage(QStringLiteral("nothing"));
        QCOMPARE(view.summary(), QStringLiteral("nothing"));
        QVERIFY(!view.grab().isNull());
    }

    void theIcicleZoomsIntoAPartAndBack() {
        FlameView flame;
        flame.resize(800, 300);
        flame.setNodes(flameGraph(profile()->trace, FlameOrder::Layers), 4);
        const auto all = flame.blocks();
        QVERIFY(all.size() > 5);
        QCOMPARE(all[0].rect.width(), 800.0);
        double children = 0;
        for (const auto& block : all)
            if (block.rect.top() == all[1].rect.top()) children += block.rect.width();
        QVERIFY(children <= 800.0001);
        QTest::mouseClick(&flame, Qt::LeftButton, {}, all[1].rect.center().toPoint());
        QCOMPARE(flame.root(), all[1].node);
        QTest::mouseClick(&flame, Qt::LeftButton, {}, {5, 2});
        QCOMPARE(flame.root(), 0u);
    }
};

QTEST_MAIN(ProfileViewTest)
#include "tst_profile_view.moc"
