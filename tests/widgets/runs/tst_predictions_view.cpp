// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

#include "widgets/controls/segmented_control.h"
#include "widgets/runs/picture_grid.h"
#include "widgets/runs/predictions_view.h"
#include "widgets/runs/share_bars.h"

using namespace seekbench;

namespace {

// 100 samples of 4 classes; every tenth is wrong; all of class 3's are.
Predictions hundred() {
    Predictions predictions{.step = 500, .epoch = 5, .validated = 100, .classNames = {"Coat", "Shirt", "Bag", "Boot"}};
    for (int i = 0; i < 100; ++i) {
        const int target = i % 4;
        const int predicted = target == 3 || i % 10 == 0 ? (target + 1) % 4 : target;
        predictions.samples.push_back({1000 + i, target, predicted, static_cast<float>(i) / 100});
    }
    return predictions;
}

}  // namespace

class PredictionsViewTest : public QObject {
    Q_OBJECT

    static void press(PredictionsView& view, int choice) {
        const auto buttons = view.findChild<SegmentedControl*>()->findChildren<QToolButton*>();
        QTest::mouseClick(buttons.at(choice), Qt::LeftButton);
    }
    static const std::vector<PictureGrid::Cell>& cells(PredictionsView& view) { return view.findChild<PictureGrid*>()->cells(); }
    static QToolButton* named(PredictionsView& view, const char* name) {
        for (auto* button : view.findChildren<QToolButton*>())
            if (button->accessibleName() == QLatin1String(name)) return button;
        return nullptr;
    }

private Q_SLOTS:
    void asksForThePicturesItShowsAndShowsThem() {
        PredictionsView view;
        QSignalSpy asked(&view, &PredictionsView::picturesRequested);
        view.setPredictions(hundred());
        const auto indices = asked.value(0).value(0).value<QVector<qint64>>();
        QCOMPARE(indices.size(), 12);
        QImage picture(28, 28, QImage::Format_Grayscale8);
        picture.fill(200);
        view.setPictures({{indices[0], picture}});
        QCOMPARE(cells(view)[0].picture, picture);
        QCOMPARE(asked.last().value(0).value<QVector<qint64>>().size(), 11);
    }

    void onlyWrongShowsWrongOnesTheSurestFirst() {
        PredictionsView view;
        view.setPredictions(hundred());
        press(view, 2);
        QVERIFY(std::ranges::none_of(cells(view), &PictureGrid::Cell::isCorrect));
        QVERIFY(std::ranges::is_sorted(cells(view), std::greater{}, &PictureGrid::Cell::probability));
        QCOMPARE(cells(view)[0].target, QStringLiteral("Boot"));
    }

    void leastSureBeginsWithTheLeastProbability() {
        PredictionsView view;
        view.setPredictions(hundred());
        press(view, 3);
        QCOMPARE(cells(view)[0].index, 1000);
        QVERIFY(cells(view)[0].probability < cells(view)[11].probability);
    }

    void pagesAreTurned() {
        PredictionsView view;
        view.setPredictions(hundred());
        press(view, 0);
        QCOMPARE(cells(view)[0].index, 1000);
        QTest::mouseClick(named(view, "Next samples"), Qt::LeftButton);
        QCOMPARE(cells(view)[0].index, 1012);
        QTest::mouseClick(named(view, "Samples before"), Qt::LeftButton);
        QCOMPARE(cells(view)[0].index, 1000);
        QVERIFY(!named(view, "Samples before")->isEnabled());
    }

    void aClassThatIsReallyWorseStandsOut() {
        PredictionsView view;
        view.setPredictions(hundred());
        const auto& rows = view.findChildren<ShareBars*>().first()->rows();
        QCOMPARE(rows.size(), std::size_t{4});
        QCOMPARE(rows[3].name, QStringLiteral("Boot"));
        QVERIFY(rows[3].stands && !rows[0].stands);
        QVERIFY(rows[0].interval->first < rows[0].value && rows[0].value < rows[0].interval->second);
    }

    void whatIsOftenestConfusedStandsFirst() {
        PredictionsView view;
        view.setPredictions(hundred());
        const auto& rows = view.findChildren<ShareBars*>().last()->rows();
        QCOMPARE(rows[0].name, QStringLiteral("Boot → Coat"));
        QCOMPARE(rows[0].figure, QStringLiteral("25"));
    }

    void withoutPredictionsItSaysWhatWillStandHere() {
        PredictionsView view;
        view.setPredictions(hundred());
        view.setPredictions(std::nullopt);
        QVERIFY(cells(view).empty());
        const auto labels = view.findChildren<QLabel*>();
        QVERIFY(
            std::ranges::any_of(labels, [](const QLabel* label) { return label->text().contains(QStringLiteral("first validation")); }));
    }

    void aNewValidationKeepsThePicturesItHas() {
        PredictionsView view;
        view.setPredictions(hundred());
        press(view, 0);
        std::map<qint64, QImage> pictures;
        for (const auto& cell : cells(view)) pictures[cell.index] = QImage(2, 2, QImage::Format_Grayscale8);
        view.setPictures(pictures);
        QSignalSpy asked(&view, &PredictionsView::picturesRequested);
        view.setPredictions(hundred());
        QCOMPARE(asked.size(), 0);
    }
};

QTEST_MAIN(PredictionsViewTest)
#include "tst_predictions_view.moc"
