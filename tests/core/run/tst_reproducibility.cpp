// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <cstring>
#include <limits>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "core/run/reproducibility.h"
#include "core/run/tensor_file_difference.h"

using namespace seekbench;

using Grade = ReproducibilityGrade;
using Letter = Grade::Letter;
using Cause = Grade::Cause;

class tst_Reproducibility : public QObject {
    Q_OBJECT

    struct Attempt {
        std::int64_t from = 0;
        std::vector<double> losses;  // of the steps from + 1, …
        ComputingPlace place{"cpu", "Seekbench 1, LibTorch 1", "here", 1};
    };

    static RunEvidence attempts(const std::vector<Attempt>& all) {
        RunEvidence evidence;
        evidence.computation = "same";
        std::uint32_t number = 0;
        for (const Attempt& attempt : all) {
            evidence.apply(AttemptStarted{.number = ++number,
                                          .fromStep = attempt.from,
                                          .host = attempt.place.host,
                                          .device = attempt.place.device,
                                          .threads = attempt.place.threads,
                                          .software = attempt.place.software,
                                          .dataFingerprint = attempt.place.data});
            evidence.apply(SeriesDeclared{.index = 3, .name = "train.loss", .unit = {}});
            evidence.apply(SeriesDeclared{.index = 4, .name = "step_seconds", .unit = {}});
            for (std::size_t i = 0; i < attempt.losses.size(); ++i) {
                const auto step = attempt.from + static_cast<std::int64_t>(i) + 1;
                evidence.apply(MetricBatch{{step}, {0.0}, {{3, {attempt.losses[i]}}, {4, {static_cast<double>(++s_time)}}}});
            }
        }
        return evidence;
    }
    static RunEvidence run(const std::vector<double>& losses) { return attempts({{.losses = losses}}); }
    static RunEvidence withCheckpoint(RunEvidence evidence, const std::string& weights) {
        evidence.checkpoints[2] = {.step = 2, .weights = weights, .optimizer = {}, .generators = {}, .experiment = {}, .dataset = {}};
        return evidence;
    }
    static inline int s_time = 0;  // every step takes another time: that is no difference

    // A safetensors file of F32 tensors in one dimension.
    QString tensorFile(const QString& name, const std::vector<std::pair<std::string, std::vector<float>>>& tensors) const {
        std::string header = "{", data;
        for (const auto& [tensor, values] : tensors) {
            const auto begin = data.size();
            data.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float));
            header += (header.size() > 1 ? "," : "") + ("\"" + tensor + "\":{\"dtype\":\"F32\",\"shape\":[") +
                      std::to_string(values.size()) + "],\"data_offsets\":[" + std::to_string(begin) + "," + std::to_string(data.size()) +
                      "]}";
        }
        header += "}";
        const std::uint64_t length = header.size();
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly)) qFatal("cannot be written");
        file.write(reinterpret_cast<const char*>(&length), sizeof length);
        file.write(header.data(), static_cast<qint64>(header.size()));
        file.write(data.data(), static_cast<qint64>(data.size()));
        return file.fileName();
    }
    Result<std::optional<TensorDifference>> difference(const QString& a, const QString& b) const {
        return firstDifferentTensor(a.toStdString(), b.toStdString());
    }
    QTemporaryDir m_folder;

private slots:
    void theLetterFollowsFromTheNumbers_data() {
        constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
        QTest::addColumn<std::vector<double>>("a");
        QTest::addColumn<std::vector<double>>("b");
        QTest::addColumn<char>("letter");
        QTest::newRow("the same bits") << std::vector{2.0, 1.0} << std::vector{2.0, 1.0} << 'A';
        QTest::newRow("one is shorter") << std::vector{2.0, 1.0} << std::vector{2.0} << 'A';
        QTest::newRow("not a number, twice") << std::vector{2.0, kNaN} << std::vector{2.0, kNaN} << 'A';
        QTest::newRow("the last bit") << std::vector{2.0, 1.0} << std::vector{2.0, std::nextafter(1.0, 2.0)} << 'B';
        QTest::newRow("nought and minus nought") << std::vector{0.0} << std::vector{-0.0} << 'B';
        QTest::newRow("a thousandth") << std::vector{1.0} << std::vector{0.9991} << 'B';
        QTest::newRow("more than a thousandth") << std::vector{1.0} << std::vector{0.9989} << 'C';
        QTest::newRow("tiny losses") << std::vector{1e-9} << std::vector{2e-9} << 'B';
        QTest::newRow("one is no number") << std::vector{1.0} << std::vector{kNaN} << 'C';
        QTest::newRow("nothing to compare") << std::vector{1.0} << std::vector<double>{} << 'n';
    }

    void theLetterFollowsFromTheNumbers() {
        QFETCH(std::vector<double>, a);
        QFETCH(std::vector<double>, b);
        QFETCH(char, letter);
        const Grade grade = gradeOf(run(a), run(b));
        QCOMPARE(nameOf(grade.letter).front(), letter);
        QVERIFY(!grade.verdict.empty());
        QCOMPARE(grade.reasons.empty(), letter == 'A' || letter == 'n');
        QCOMPARE(gradeOf(run(b), run(a)).letter, grade.letter);
    }

    void theReasonIsNamed_data() {
        const ComputingPlace usual{"cpu", "Seekbench 1, LibTorch 1", "here", 1};
        QTest::addColumn<ComputingPlace>("other");
        QTest::addColumn<Cause>("cause");
        const auto changed = [&](auto field, auto value) {
            ComputingPlace place = usual;
            place.*field = value;
            return place;
        };
        QTest::newRow("threads") << changed(&ComputingPlace::threads, 2u) << Cause::Threads;
        QTest::newRow("device") << changed(&ComputingPlace::device, "cuda:0 (a card)") << Cause::Device;
        QTest::newRow("software") << changed(&ComputingPlace::software, "Seekbench 1, LibTorch 2") << Cause::Software;
        QTest::newRow("machine") << changed(&ComputingPlace::host, "there") << Cause::Machine;
        QTest::newRow("nothing") << usual << Cause::Operator;
    }

    void theReasonIsNamed() {
        QFETCH(ComputingPlace, other);
        QFETCH(Cause, cause);
        const Grade grade = gradeOf(run({1.0}), attempts({{.losses = {1.0000001}, .place = other}}));
        QCOMPARE(grade.reasons.size(), 1u);
        QCOMPARE(grade.reasons.front().cause, cause);
        QVERIFY(grade.reasons.front().sentence.english().find('%') == std::string::npos);
    }

    void changedDataIsTheFirstReason() {
        const ComputingPlace old{"cpu", "Seekbench 1, LibTorch 1", "here", 1, "old"},
            changed{"cpu", "Seekbench 1, LibTorch 1", "here", 2, "new"};
        const Grade grade = gradeOf(attempts({{.losses = {1.0}, .place = old}}), attempts({{.losses = {2.0}, .place = changed}}));
        QCOMPARE(grade.reasons.front().cause, Cause::Data);
    }

    void otherThreadsThatMakeNoDifferenceAreNoReason() {
        const Grade grade = gradeOf(run({1.0}), attempts({{.losses = {1.0}, .place = {"cpu", "Seekbench 1, LibTorch 1", "here", 8}}}));
        QCOMPARE(grade.letter, Letter::A);
        QVERIFY(grade.reasons.empty());
    }

    void weightsThatDifferAreSeenThoughTheLossesAreEqual() {
        const Grade grade = gradeOf(withCheckpoint(run({1.0, 1.0}), "these"), withCheckpoint(run({1.0, 1.0}), "those"));
        QCOMPARE(grade.letter, Letter::B);
        QVERIFY(grade.verdict.english().find("part at step 2") != std::string::npos);
    }

    void otherExperimentsAreNotGraded() {
        RunEvidence other = run({1.0});
        other.computation = "other";
        QCOMPARE(gradeOf(run({1.0}), other).letter, Letter::None);
    }

    void theFirstDifferenceIsTheEarliestStep() {
        const Grade grade = gradeOf(run({3, 2, 1}), run({3, 2.5, 1.5}));
        QVERIFY((grade.first == ValueDifference{"train.loss", 2, 2.0, 2.5}));
        QCOMPARE(grade.greatest, 0.5 / 1.5);
    }

    void theNewestAttemptCounts() {
        const RunEvidence broken = attempts({{.losses = {3, 2, 7}}, {.from = 2, .losses = {1}}});
        QCOMPARE(gradeOf(run({3, 2, 1}), broken).letter, Letter::A);
    }

    void whatWasRepeatedGradesARunAlone() {
        QCOMPARE(gradeOfRepeats(run({3, 2, 1})).letter, Letter::None);
        const Grade equal = gradeOfRepeats(attempts({{.losses = {3, 2, 1}}, {.from = 1, .losses = {2, 1, 0.5}}}));
        QCOMPARE(equal.letter, Letter::A);
        QCOMPARE(equal.steps, 2);
        const Grade unequal = gradeOfRepeats(attempts({{.losses = {3, 2, 1}}, {.from = 1, .losses = {2, 1.5}}}));
        QCOMPARE(unequal.letter, Letter::C);
        QVERIFY(unequal.verdict.english().find("step 3") != std::string::npos);
        QCOMPARE(unequal.reasons.front().cause, Cause::Operator);
    }

    void deviceAndThreadsAreNotPartOfTheComputation() {
        Experiment a, b, c;
        b.training.threads = 7;
        b.training.device = "cuda:0";
        c.training.seed = 1;
        QCOMPARE(computationOf(a), computationOf(b));
        QVERIFY(computationOf(a) != computationOf(c));
    }

    void aMissingStepIsADifference() {
        QCOMPARE(firstDifferentValue(run({3, 2}), run({3, 2}), 1, 2)->series, "gradient_norm");  // neither has any
        const auto missing = firstDifferentValue(run({3, 2}), run({3}), 1, 2);
        QVERIFY(missing && missing->step == 1);  // of the gradient norm again: it is not there from the first step on
    }

    void equalTensorFilesHaveNoDifference() {
        const QString a = tensorFile("a", {{"w", {1, 2}}, {"b", {3}}}), b = tensorFile("b", {{"b", {3}}, {"w", {1, 2}}});
        QVERIFY(difference(a, b) && !*difference(a, b));  // the order in the file is none of the tensors' business
    }

    void theFirstDifferentTensorIsNamedWithItsGreatestDifference() {
        const QString a = tensorFile("a", {{"a", {1}}, {"w", {1, 2, 3}}, {"z", {1}}}),
                      b = tensorFile("b", {{"a", {1}}, {"w", {1, 2.5, 1}}, {"z", {9}}});
        const auto found = difference(a, b);
        QVERIFY(found && *found);
        QVERIFY((**found == TensorDifference{.tensor = "w", .sameShape = true, .elements = 2, .ofElements = 3, .greatest = 2}));
    }

    void aTensorOfAnotherShapeOrOnlyInOneFileIsADifference() {
        const QString a = tensorFile("a", {{"w", {1, 2}}}), longer = tensorFile("b", {{"w", {1, 2, 3}}}),
                      more = tensorFile("c", {{"v", {}}, {"w", {1, 2}}});
        QVERIFY(!(*difference(a, longer))->sameShape);
        QCOMPARE((*difference(a, more))->tensor, "v");
    }

    void aLongTensorIsComparedToItsEnd() {
        std::vector<float> values(700'000, 1.0F);
        const QString a = tensorFile("a", {{"w", values}});
        values.back() = 2;
        QCOMPARE((*difference(a, tensorFile("b", {{"w", values}})))->elements, 1);
    }

    void aTornFileIsAnError() {
        const QString a = tensorFile("a", {{"w", {1, 2}}}), b = tensorFile("b", {{"w", {1, 2}}});
        for (const qint64 size : {0, 5, 30, 60}) {
            QFile(b).resize(size);
            QCOMPARE(difference(a, b).error().code(), ErrorCode::Corrupt);
            QCOMPARE(difference(b, a).error().code(), ErrorCode::Corrupt);
        }
    }
};

QTEST_GUILESS_MAIN(tst_Reproducibility)
#include "tst_reproducibility.moc"
