// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QSlider>

#include "widgets/evaluation/evaluation_pictures.h"
#include "widgets/evaluation/evaluation_view.h"
#include "widgets/evaluation/line_chart.h"
#include "widgets/evaluation/matrix_picture.h"

using namespace seekbench;

class EvaluationViewTest : public QObject {
    Q_OBJECT

    static MaskPicture mask() {
        return {.index = 3,
                .slice = 5,
                .height = 1,
                .width = 5,
                .picture = {0, 100, 200, 50, 60},
                .target = {0, 1, 1, 0, MaskPicture::kIgnored},
                .predicted = {0, 1, 0, 1, 1}};
    }
    static Evaluation at(std::int64_t epoch) {
        Evaluation evaluation{.step = epoch * 10, .epoch = epoch};
        evaluation.worst = {{epoch, 1.5f}};
        return evaluation;
    }

private Q_SLOTS:
    void marksOfAMask() {
        QVERIFY(maskMark(0, 0) == MaskMark::None && maskMark(2, 2) == MaskMark::Right && maskMark(1, 0) == MaskMark::Missed &&
                maskMark(1, 2) == MaskMark::Missed && maskMark(0, 1) == MaskMark::Wrong &&
                maskMark(MaskPicture::kIgnored, 1) == MaskMark::None);
        QCOMPARE(rightShare(mask()), 1.0 / 3);
        const Theme theme;
        const QImage image = maskImage(mask(), theme);
        QCOMPARE(image.size(), QSize(5, 1));
        QCOMPARE(image.pixelColor(0, 0), QColor(0, 0, 0));
        QCOMPARE(image.pixelColor(4, 0), QColor(60, 60, 60));
        QCOMPARE(image.pixelColor(1, 0).green(), (100 + theme[Colour::Ok].green()) / 2);
        QCOMPARE(image.pixelColor(2, 0).blue(), (200 + theme[Colour::Info].blue()) / 2);
        QCOMPARE(image.pixelColor(3, 0).red(), (50 + theme[Colour::Error].red()) / 2);
    }

    void theSliderGoesBackAndTheNewestIsFollowed() {
        EvaluationView view;
        QVERIFY(view.shown() == nullptr);
        view.setHistory(EvaluationHistory{{}, {at(1), at(2)}});
        QCOMPARE(view.shown()->epoch, 2);
        view.setHistory(EvaluationHistory{{}, {at(1), at(2), at(3)}});
        QCOMPARE(view.shown()->epoch, 3);
        view.slider().setValue(1);
        QCOMPARE(view.shown()->epoch, 2);
        view.setHistory(EvaluationHistory{{}, {at(2), at(3), at(4)}});
        QCOMPARE(view.shown()->epoch, 2);
        view.setHistory(std::nullopt);
        QVERIFY(view.shown() == nullptr && view.isHidden());
    }

    void whatThereIsIsShown() {
        Evaluation evaluation = at(1);
        evaluation.masks = {mask(), mask()};
        evaluation.curves = {{std::string(kFrocCurve), {{0, 0}, {1, 0.5}}}, {"of a newer Seekbench", {{0, 0}}}};
        evaluation.forecasts = {{1, {1, 2}, {1, 1}}};
        evaluation.texts = {{"To be", " or not"}};
        EvaluationView view;
        view.setHistory(EvaluationHistory{{}, {evaluation}});
        QCOMPARE(view.findChildren<LineChart*>().size(), 2);
        QCOMPARE(view.findChild<QPlainTextEdit*>()->toPlainText(), QStringLiteral("[To be] or not"));
        view.resize(view.sizeHint());
        QVERIFY(!view.grab().isNull());
        view.setHistory(EvaluationHistory{{}, {at(2)}});
        QVERIFY(view.findChild<QPlainTextEdit*>()->isHidden());
        QVERIFY(view.findChildren<LineChart*>().isEmpty());
    }

    void theSizesOfGradientsAreDrawnWithTheEndsOfFp16() {
        Evaluation evaluation = at(1);
        evaluation.curves = {{std::string(kGradientCurve), {{-150, 0.5}, {-30, 0.25}, {-20, 0.25}}},
                             {std::string(kScaledGradientCurve), {{-150, 0.5}, {-14, 0.25}, {-4, 0.25}}}};
        EvaluationView view;
        view.setHistory(EvaluationHistory{{}, {evaluation}});
        const auto charts = view.findChildren<LineChart*>();
        QCOMPARE(charts.size(), 1);
        QCOMPARE(charts[0]->lines().size(), std::size_t{4});  // both, and the two ends
        for (const CurvePoint& point : charts[0]->lines()[0].points) QCOMPARE(point.y, point.x == -30 || point.x == -20 ? 0.25 : 0.0);
        QStringList captions;
        for (const QLabel* label : view.findChildren<QLabel*>()) captions.append(label->text());
        const QString said = captions.join(QLatin1Char('\n'));
        QVERIFY2(said.contains(QStringLiteral("25.0 % would be lost")) && said.contains(QStringLiteral("0.0 % would be lost")),
                 qPrintable(said));
    }

    void theWorstSamplesArePicturesWhereTheDataArePictures() {
        Evaluation evaluation = at(1);
        evaluation.worst = {{4, 2.5f}, {6, 2.0f}};
        EvaluationView view;
        QSignalSpy asked(&view, &EvaluationView::picturesRequested);
        view.setHistory(EvaluationHistory{{}, {evaluation}});
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].value<QVector<qint64>>(), (QVector<qint64>{4, 6}));
        // A picture, and a row of a table, which would be a strip of grey.
        view.setPictures({{4, QImage(8, 8, QImage::Format_RGB32)}, {6, QImage(30, 1, QImage::Format_Grayscale8)}});
        QStringList captions;
        for (const QLabel* label : view.findChildren<QLabel*>())
            if (!label->pixmap(Qt::ReturnByValue).isNull()) captions.append(label->accessibleName());
        QCOMPARE(captions, QStringList{QStringLiteral("Sample 4, loss 2.500")});
        QCOMPARE(asked.size(), 1);
    }

    void picturesUnderBoxesAreAskedForOnce() {
        Evaluation evaluation = at(1);
        evaluation.boxes = {{7, {{{0.5f, 0.5f, 1, 1}, 0}}, {}}, {9, {}, {{{0.5f, 0.5f, 0.2f, 0.2f}, 0, 0.8f}}}};
        evaluation.worst.clear();
        EvaluationView view;
        QSignalSpy asked(&view, &EvaluationView::picturesRequested);
        view.setHistory(EvaluationHistory{{}, {evaluation}});
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].value<QVector<qint64>>(), (QVector<qint64>{7, 9}));
        view.setPictures({{7, QImage(4, 4, QImage::Format_RGB32)}});
        view.setHistory(EvaluationHistory{{}, {evaluation}});
        QCOMPARE(asked.size(), 1);
    }

    void theMatrixCounts() {
        Predictions predictions;
        predictions.samples = {{0, 0, 0, 1}, {1, 0, 1, 1}, {2, 1, 1, 1}, {3, 0, 1, 1}};
        MatrixPicture matrix;
        matrix.setPredictions(predictions, {QStringLiteral("a"), QStringLiteral("b")});
        QCOMPARE(matrix.classes(), 2);
        QCOMPARE(matrix.count(0, 1), 2);
        QCOMPARE(matrix.count(1, 0), 0);
        matrix.resize(100, 100);
        QVERIFY(!matrix.grab().isNull());
        predictions.samples[0].target = 5000;
        matrix.setPredictions(predictions, {});
        QCOMPARE(matrix.classes(), 0);
        QVERIFY(!matrix.grab().isNull());
    }
};

QTEST_MAIN(EvaluationViewTest)
#include "tst_evaluation_view.moc"
