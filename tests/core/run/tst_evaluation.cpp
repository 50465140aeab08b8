// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <fstream>

#include "core/run/evaluation.h"
#include "tests/support/sample_run.h"

using namespace seekbench;

class tst_Evaluation : public QObject {
    Q_OBJECT

    static Evaluation some(std::int64_t step = 100) {
        Evaluation evaluation{.step = step, .epoch = 3, .part = Part::Test};
        evaluation.curves = {{std::string(kPrecisionRecallCurve), {{0, 1}, {0.5, 0.75}}}, {"other", {}}};
        evaluation.masks = {
            {.index = 7, .slice = 3, .height = 1, .width = 2, .picture = {9, 255}, .target = {0, 255}, .predicted = {1, 0}}};
        evaluation.boxes = {{5, {{{0.5f, 0.25f, 0.125f, 1}, 2}}, {{{0.5f, 0.5f, 1, 1}, 1, 0.75f}, {{}, 0, 0.5f}}}};
        evaluation.forecasts = {{12345678901, {1, 2, -3}, {1.5f, 2, 0}}};
        evaluation.texts = {{"Es war ", "einmal ein 字\n"}};
        evaluation.worst = {{4, 9.5f}, {2, 0.25f}};
        return evaluation;
    }
    static EvaluationHistory history() { return {{"background", "结节"}, {some(50), some(100)}}; }

private slots:
    void whatIsWrittenIsRead() {
        QVERIFY(test::need(evaluationsFromBytes(evaluationsToBytes(history()))) == history());
        QVERIFY(test::need(evaluationsFromBytes(evaluationsToBytes({}))) == EvaluationHistory());
    }

    void theLastValidationsAreKept() {
        const test::TestWorkspace workspace;
        const RunFolder run = workspace.newRun();
        QCOMPARE(readEvaluations(run).error().code(), ErrorCode::NotFound);
        for (int i = 1; i <= 15; ++i) test::need(addEvaluation(run, {"a"}, some(i * 10)));
        const auto kept = test::need(readEvaluations(run));
        QCOMPARE(kept.validations.size(), EvaluationHistory::kMostValidations);
        QCOMPARE(kept.validations.front().step, 40);
        QCOMPARE(kept.validations.back().step, 150);
        // A run resumed at step 95 validates again at 100.
        test::need(addEvaluation(run, {"a"}, some(100)));
        QCOMPARE(test::need(readEvaluations(run)).validations.size(), std::size_t{7});
        QCOMPARE(test::need(readEvaluations(run)).validations.back().step, 100);
    }

    void aTornFileIsNoPicturesAndIsBegunAnew() {
        const std::string whole = evaluationsToBytes(history());
        for (std::size_t size = 0; size < whole.size(); ++size)
            QCOMPARE(evaluationsFromBytes(std::string_view(whole).substr(0, size)).error().code(), ErrorCode::Corrupt);
        QVERIFY(!evaluationsFromBytes(whole + "x"));
        const test::TestWorkspace workspace;
        const RunFolder run = workspace.newRun();
        test::need(addEvaluation(run, {}, some()));
        std::ofstream(run.artifactsFolder() / "evaluation") << whole.substr(0, 40);
        test::need(addEvaluation(run, {}, some()));
        QCOMPARE(test::need(readEvaluations(run)).validations.size(), std::size_t{1});
    }

    void everyWrongByteIsNoticed() {
        const std::string whole = evaluationsToBytes(history());
        for (std::size_t place = 0; place < whole.size(); ++place) {
            std::string damaged = whole;
            damaged[place] = static_cast<char>(damaged[place] ^ 0x40);
            QVERIFY2(!evaluationsFromBytes(damaged), std::to_string(place).c_str());
        }
    }

    void aNewerFormatIsRefusedWithASentence() {
        std::string newer = evaluationsToBytes(history());
        newer[8] = 2;
        QCOMPARE(evaluationsFromBytes(newer).error().code(), ErrorCode::NewerVersion);
    }
};

QTEST_APPLESS_MAIN(tst_Evaluation)
#include "tst_evaluation.moc"
