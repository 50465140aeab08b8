// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/cli/pictures_text.h"

using namespace seekbench;

class tst_PicturesText : public QObject {
    Q_OBJECT

    static bool has(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

private slots:
    void theConfusionMatrixHasARowForEachTrueClass() {
        Predictions predictions{.epoch = 3, .classNames = {"cat", "dog"}};
        predictions.samples = {{0, 0, 0, 1}, {1, 0, 1, 1}, {2, 1, 1, 1}, {3, 0, 1, 1}};
        const std::string text = confusionText(predictions);
        QVERIFY(has(text, "Confusion matrix of epoch 3") && has(text, "0 cat") && has(text, "1 dog"));
        const std::string row = text.substr(text.find("0 cat"), text.find('\n', text.find("0 cat")) - text.find("0 cat"));
        QVERIFY2(has(row, "1") && has(row, "2"), row.c_str());
    }

    void tooManyClassesOrNoSamplesGiveNoMatrix() {
        Predictions predictions;
        QVERIFY(confusionText(predictions).empty());
        predictions.samples = {{0, 20, 3, 1}};
        QVERIFY(confusionText(predictions).empty());
        predictions.samples = {{0, 19, 3, 1}};
        QVERIFY(!confusionText(predictions).empty());
    }

    void whatFp16HoldsOfTheGradientsIsTold() {
        EvaluationHistory history;
        Evaluation newest{.step = 2, .epoch = 2};
        newest.curves = {{std::string(kGradientCurve), {{-150, 0.125}, {-30, 0.25}, {-20, 0.125}, {0, 0.5}}}};
        history.validations = {newest};
        std::string text = evaluationText(history);
        QVERIFY2(has(text, "as they are") && has(text, "12.5 %") && has(text, "25 %") && has(text, "50 %"), text.c_str());
        QVERIFY(!has(text, "loss scale"));
        history.validations[0].curves.push_back({std::string(kScaledGradientCurve), {{16, 1}}});
        text = evaluationText(history);
        QVERIFY2(has(text, "times the loss scale") && has(text, "100 %"), text.c_str());
    }

    void theNewestValidationIsTold() {
        QVERIFY(evaluationText({}).empty());
        EvaluationHistory history;
        history.validations.push_back({.step = 1, .epoch = 1, .texts = {{"x", "old"}}});
        Evaluation newest{.step = 2, .epoch = 2, .texts = {{"To be", " or\nnot\x1b[31m"}}, .worst = {{42, 7.5f}}};
        newest.curves = {{std::string(kFrocCurve), {{0, 0}, {0.2, 0.5}, {3, 0.75}}}};
        history.validations.push_back(newest);
        const std::string text = evaluationText(history);
        QVERIFY(has(text, "[To be] or\n  not") && !has(text, "old") && !has(text, "\x1b"));
        QVERIFY(has(text, "sample 42") && has(text, "7.5"));
        // 0 at 1/8, 0.5 at 1/4 to 2, 0.75 at 4 and 8: the mean is (0 + 4 · 0.5 + 2 · 0.75)/7.
        QVERIFY2(has(text, "0.75") && has(text, "0.5") && has(text, "mean"), text.c_str());
    }
};

QTEST_APPLESS_MAIN(tst_PicturesText)
#include "tst_pictures_text.moc"
