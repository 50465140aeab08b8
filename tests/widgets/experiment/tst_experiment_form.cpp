// SPDX-License-Identifier: GPL-3.0-or-later
#include <QScrollArea>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include "core/experiment/setting.h"
#include "core/run/metric.h"
#include "widgets/controls/form_section.h"
#include "widgets/data/dataset_preview.h"
#include "widgets/experiment/augmentation_section.h"
#include "widgets/experiment/choice_section.h"
#include "widgets/experiment/experiment_form.h"
#include "widgets/experiment/schedule_plot.h"
#include "workbench.h"

using namespace seekbench;

namespace {

struct Bench {
    PictureDocument document{kSoundGraph};
    ExperimentForm form{document};

    Bench() {
        form.resize(420, 1600);
        form.show();
    }
    const Experiment& experiment() const { return document.experiment(); }
    // Chooses the kind as one does with the keys.
    void choose(const std::string& choice, std::string_view id) {
        QComboBox& box = form.section(choice).kindBox();
        box.setFocus();
        const int wanted = box.findData(QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())));
        while (box.currentIndex() != wanted) QTest::keyClick(&box, box.currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    }
};

void operate(ParameterField& field, const ParameterSpec& spec) {
    if (auto* box = field.findChild<QCheckBox*>()) return click(box);
    if (!spec.choices.empty()) {
        auto* box = field.findChild<QComboBox*>();
        box->setFocus();
        return QTest::keyClick(box, box->currentIndex() > 0 ? Qt::Key_Up : Qt::Key_Down);
    }
    switch (spec.type) {
        case ParameterType::Integers: return type(&field, spec.count == 3 ? "2, 5, 3" : "2, 5");
        case ParameterType::Real: return type(&field, numberFor(spec, "0.5"));
        case ParameterType::Integer: return type(&field, numberFor(spec, "7"));
        default: return type(&field, "word");
    }
}

}  // namespace

class ExperimentFormTest : public QObject {
    Q_OBJECT

private slots:
    // A walk over the tables: a new kind needs no new test.
    void everyParameterOfEveryKindIsSetAndUndone() {
        for (const char* choice : {"dataset", "loss", "optimizer", "schedule"})
            for (const Kind* kind : kindsAt(choice)) {
                Bench bench;
                bench.choose(choice, kind->id);
                QCOMPARE(choiceAt(bench.experiment(), choice)->kind, std::string(kind->id));
                for (const ParameterSpec& spec : kind->parameters) {
                    const std::string place = std::string(choice) + "." + std::string(spec.name);
                    ParameterField* field = bench.form.section(choice).form().field(spec.name);
                    QVERIFY2(field != nullptr, place.c_str());
                    bench.document.undoStack().clear();
                    const Experiment before = bench.experiment();
                    operate(*field, spec);
                    QVERIFY2(settingAt(bench.experiment(), place), place.c_str());
                    QCOMPARE(bench.document.undoStack().count(), 1);
                    bench.document.undoStack().undo();
                    QVERIFY2(bench.experiment() == before, place.c_str());
                }
            }
    }

    void everyTrainingSettingIsSetAndUndone() {
        Bench bench;
        for (const ParameterSpec& spec : trainingSettings()) {
            const Experiment before = bench.experiment();
            operate(*bench.form.training().field(spec.name), spec);
            QVERIFY2(settingAt(bench.experiment(), "training." + std::string(spec.name)), std::string(spec.name).c_str());
            bench.document.undoStack().undo();
            QVERIFY(bench.experiment() == before);
        }
    }

    void metricsAreTicked() {
        Bench bench;
        QVERIFY(bench.form.metricBox(0).isChecked());
        click(&bench.form.metricBox(0));
        QVERIFY(bench.experiment().metrics.empty());
        bench.document.undoStack().undo();
        QVERIFY(bench.form.metricBox(0).isChecked());
    }

    void theShareIsAskedForOnlyWhereItCounts() {
        Bench bench;
        QVERIFY(bench.form.data().field("split.share") != nullptr);
        bench.document.changeSettings([](Experiment& settings) { settings.split.source = Split::Source::TestPart; },
                                      QStringLiteral("Split"));
        QVERIFY(bench.form.data().field("split.share") == nullptr);
    }

    void augmentationsAreAddedMovedAndRemoved() {
        Bench bench;
        AugmentationSection& section = bench.form.augmentation();
        const auto kinds = [&] {
            QStringList ids;
            for (const Choice& step : bench.experiment().augmentation) ids.append(QString::fromStdString(step.kind));
            return ids.join(QLatin1Char(' '));
        };
        for (const char* kind : {"flip", "crop", "noise"}) {
            section.kindBox().setCurrentIndex(section.kindBox().findData(QString::fromUtf8(kind)));
            QTest::keyClick(&section.addButton(), Qt::Key_Space);
        }
        QCOMPARE(kinds(), QStringLiteral("flip crop noise"));
        QVERIFY(!section.upButton(0).isEnabled() && !section.downButton(2).isEnabled());
        type(section.form(1).field("padding"), "9");
        QCOMPARE(bench.experiment().augmentation[1], (Choice{"crop", {{"padding", std::int64_t{9}}}}));
        QTest::keyClick(&section.upButton(1), Qt::Key_Space);
        QCOMPARE(kinds(), QStringLiteral("crop flip noise"));
        QVERIFY(section.form(0).field("padding") != nullptr);
        QTest::keyClick(&section.removeButton(1), Qt::Key_Space);
        QCOMPARE(kinds(), QStringLiteral("crop noise"));
        QTest::keyClick(&section.downButton(0), Qt::Key_Space);
        QCOMPARE(kinds(), QStringLiteral("noise crop"));
        for (int i = 0; i < 7; ++i) bench.document.undoStack().undo();
        QCOMPARE(kinds(), QString());
        QCOMPARE(section.count(), 0);
    }

    void augmentedSamplesStandBesideTheirOriginals() {
        Bench bench;
        const auto preview = loadPreview(bench.experiment().dataset, bench.experiment().split, 0);
        QVERIFY(preview);
        bench.form.setPreview(*preview);
        QVERIFY(!bench.form.preview().isAugmented() && !bench.form.nextDrawButton().isVisible());
        bench.document.changeSettings(
            [](Experiment& settings) {
                settings.augmentation = {{"noise", {{"deviation", 2.0}}}};
            },
            QStringLiteral("Augment"));
        QVERIFY(bench.form.preview().isAugmented() && bench.form.nextDrawButton().isVisible());
        DatasetPreview& shown = const_cast<DatasetPreview&>(bench.form.preview());
        const QImage before = shown.grab().toImage();
        click(&bench.form.nextDrawButton());
        QCOMPARE(shown.draw(), 1);
        QVERIFY(shown.grab().toImage() != before);
        keepPicture(bench.form, QStringLiteral("form-augmented"));
        bench.document.changeSettings([](Experiment& settings) { settings.augmentation.clear(); }, QStringLiteral("Plain"));
        QVERIFY(!shown.isAugmented());
    }

    void mistakesStandBelowTheirField() {
        Bench bench;
        bench.document.changeSettings([](Experiment& settings) { settings.training.batchSize = 0; }, QStringLiteral("Spoil"));
        QVERIFY(bench.document.waitForReport());
        const auto sentences = bench.form.training().findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(sentences, [](const QLabel* label) {
            return label->isVisible() && label->text().startsWith(QStringLiteral("The value 0 of batch_size is out of range"));
        }));
    }

    void stepsFollowFromSamplesAndBatchSize() {
        Bench bench;  // 2,048 samples, a tenth held out
        QCOMPARE(bench.form.steps().rows()[1].value, QStringLiteral("145"));
        type(bench.form.training().field("batch_size"), "1843");
        QCOMPARE(bench.form.steps().rows()[1].value, QStringLiteral("5"));
        QCOMPARE(bench.form.schedule().curve().steps.back(), 4.0);
    }

    void theScheduleIsDrawnAsItWillBe() {
        Bench bench;
        bench.choose("schedule", "cosine");
        type(bench.form.section("schedule").form().field("warmup_steps"), "10");
        const ScheduleCurve& curve = bench.form.schedule().curve();
        QCOMPARE(curve.steps.back(), 144.0);
        QVERIFY(qAbs(curve.rates.front() - 1e-4) < 1e-12);
        QVERIFY(qAbs(*std::ranges::max_element(curve.rates) - 1e-3) < 1e-12);
        QVERIFY(qAbs(curve.rates.back()) < 1e-12);
        type(bench.form.section("optimizer").form().field("learning_rate"), "0.1");
        QVERIFY(qAbs(bench.form.schedule().curve().rates.front() - 1e-2) < 1e-12);
    }

    void devicesAreOfferedAndMayBeWritten() {
        Bench bench;
        bench.form.setDevices({QStringLiteral("cpu"), QStringLiteral("cuda:0")});
        auto* box = bench.form.training().field("device")->findChild<QComboBox*>();
        QCOMPARE(box->count(), 2);
        QCOMPARE(box->currentText(), QStringLiteral("cpu"));
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(bench.experiment().training.device, std::string("cuda:0"));
    }

    void thePreviewIsAskedForAndFollowsTheData() {
        Bench bench;
        QSignalSpy requested(&bench.form, &ExperimentForm::previewRequested);
        type(bench.form.section("dataset").form().field("seed"), "3");
        QCOMPARE(requested.count(), 0);
        click(&bench.form.previewButton());
        QCOMPARE(requested.count(), 1);
        const auto preview = loadPreview(bench.experiment().dataset, bench.experiment().split, 0);
        QVERIFY(preview);
        bench.form.setPreview(*preview);
        QVERIFY(!bench.form.preview().isEmpty());
        type(bench.form.section("dataset").form().field("seed"), "4");
        QCOMPARE(requested.count(), 2);
        bench.form.setPreview(DatasetPreviewData{});  // an answer to another question
        QVERIFY(bench.form.preview().data() == *preview);
        bench.form.setPreviewFailed(QStringLiteral("The files are missing."));
        QVERIFY(bench.form.preview().isEmpty());
    }

    void theCommandLineIsTheSameRun() {
        Bench bench;
        QVERIFY(!bench.form.copyButton().isEnabled());
        bench.form.setSaved(std::pair(std::filesystem::path("net.json"), bench.experiment()));
        QCOMPARE(bench.form.command(), QStringLiteral("seekbench-cli train net.json"));
        type(bench.form.training().field("epochs"), "9");
        QCOMPARE(bench.form.command(), QStringLiteral("seekbench-cli train net.json --epochs 9"));
        QSignalSpy copied(&bench.form, &ExperimentForm::copied);
        click(&bench.form.copyButton());
        QCOMPARE(copied.last().first().toString(), bench.form.command());
        bench.choose("loss", "mse");
        QCOMPARE(bench.form.command(), QStringLiteral("seekbench-cli train net.json --epochs 9 --set loss.kind=mse"));
        bench.document.changeSettings([](Experiment& settings) { settings.augmentation = {{"flip", {}}}; }, QStringLiteral("Augment"));
        QVERIFY(!bench.form.copyButton().isEnabled());
    }

    void aPlaceIsRevealed() {
        Bench bench;
        for (const char* place : {"training.batch_size", "optimizer.learning_rate", "optimizer.kind", "train_limit", "split.share",
                                  "metrics", "dataset.shape", "augmentation"})
            QVERIFY2(bench.form.reveal(QString::fromUtf8(place)), place);
        QVERIFY(!bench.form.reveal(QStringLiteral("conv")));
        bench.form.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bench.form));
        bench.form.reveal(QStringLiteral("training.epochs"));
        QVERIFY(bench.form.training().field("epochs")->isAncestorOf(QApplication::focusWidget()));
        const auto isSeen = [&](const QWidget* field) {
            const QWidget* port = bench.form.findChild<QScrollArea*>()->viewport();
            return port->rect().contains(QRect(field->mapTo(port, QPoint()), field->size()));
        };
        bench.form.resize(bench.form.width(), 300);
        for (const char* place : {"training.threads", "dataset.kind"}) {
            bench.form.reveal(QString::fromUtf8(place));
            QTRY_VERIFY2(isSeen(QApplication::focusWidget()), place);
        }
    }

    void picturesAreGreyOrColoured() {
        const QImage grey = sampleImage({.sizes = {1, 2, 3}, .floats = {0, 1, 2, 3, 4, 5}, .integers = {}});
        QCOMPARE(grey.size(), QSize(3, 2));
        QCOMPARE(qGray(grey.pixel(0, 0)), 0);
        QCOMPARE(qGray(grey.pixel(2, 1)), 255);
        // Of a volume the slice in the middle.
        const QImage slice = sampleImage({.sizes = {1, 3, 1, 2}, .floats = {0, 0, 0, 10, 0, 0}, .integers = {}});
        QCOMPARE(slice.size(), QSize(2, 1));
        QCOMPARE(qGray(slice.pixel(1, 0)), 255);
        const QImage red = sampleImage({.sizes = {3, 1, 1}, .floats = {1, 0, 0}, .integers = {}});
        QCOMPARE(red.pixelColor(0, 0), QColor(Qt::red));
        QCOMPARE(sampleImage({.sizes = {4}, .floats = {1, 1, 1, 1}, .integers = {}}).size(), QSize(4, 1));
        QVERIFY(sampleImage({}).isNull());
    }

    void itLooksAsItShould() {
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
            dress(Theme(kind));
            Bench bench;
            bench.form.setTheme(Theme(kind));
            bench.document.changeSettings(
                [](Experiment& settings) {
                    settings.dataset = {"fashion-mnist", {}};
                    settings.optimizer = {"adam_w", {{"learning_rate", 0.002}}};
                    settings.schedule = {"cosine", {{"warmup_steps", std::int64_t{300}}}};
                    settings.training.batchSize = 0;
                },
                QStringLiteral("Set"));
            bench.document.changeSettings([](Experiment& settings) { settings.training.batchSize = 128; }, QStringLiteral("Set"));
            bench.form.setSaved(std::pair(std::filesystem::path("my net.json"), bench.experiment()));
            if (const auto preview = loadPreview(bench.experiment().dataset, bench.experiment().split, 0)) bench.form.setPreview(*preview);
            QVERIFY(bench.document.waitForReport());
            keepPicture(bench.form, kind == ThemeKind::Light ? QStringLiteral("form-light") : QStringLiteral("form-dark"));
        }
    }
};

QTEST_MAIN(ExperimentFormTest)
#include "tst_experiment_form.moc"
