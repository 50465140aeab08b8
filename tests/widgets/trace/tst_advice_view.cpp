// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "widgets/trace/advice/advice_view.h"

using namespace seekbench;

namespace {

// A row for each thing that a card can show.
std::vector<Advice> samples() {
    return {{.id = "engine",
             .finding = say("The reference engine computes %1 %.", 80),
             .remedy = say("Let the compiled engine compute."),
             .evidence = {{"Share", 80.04, "%"}, {"A step", 3.2, "ms"}, {"Ratio", 1.987, "x"}, {"Calls", 1234, ""}, {"Each", 4, "µs"}},
             .share = 0.804,
             .changes = {{"training.engine", "compiled"}, {"training.threads", "1"}}},
            {.id = "batch",
             .finding = say("Steps are short."),
             .remedy = say("Take a larger batch."),
             .share = 0.3,
             .changes = {{"training.batch_size", "64"}},
             .learnsDifferently = true},
            {.id = "layer", .finding = say("A layer is slow."), .remedy = say("Begin there."), .share = 0.2}};
}

TrialGain gain(double factor, double low, double high) {
    return {.factor = factor, .low = low, .high = high, .least = low, .most = high, .pairs = 4};
}

AdviceTrial measured(const TrialGain& gain) { return {.state = AdviceTrial::State::Measured, .gain = gain}; }

}  // namespace

class AdviceViewTest : public QObject {
    Q_OBJECT

    AdviceView m_view;

private Q_SLOTS:
    void initTestCase() {
        m_view.resize(900, 600);
        m_view.show();
        QVERIFY(QTest::qWaitForWindowActive(&m_view));
    }
    void init() {
        m_view.setCanMeasure(true);
        m_view.setAdvice(samples());
    }

    void everyPieceOfAdviceHasACardWithItsFigures() {
        const auto advice = samples();
        QCOMPARE(m_view.cards().size(), advice.size());
        QVERIFY(m_view.message().isEmpty());
        for (std::size_t i = 0; i < advice.size(); ++i) {
            AdviceCard& card = *m_view.cards()[i];
            QCOMPARE(card.accessibleName().toStdString(), advice[i].finding.english());
            QString words;
            for (const QLabel* label : card.findChildren<QLabel*>())
                if (label->isVisible()) words += label->text() + QLatin1Char('\n');
            QVERIFY(words.contains(QString::fromStdString(advice[i].remedy.english())));
            QVERIFY2(words.contains(QStringLiteral("up to %1 %").arg(100 * advice[i].share, 0, 'f', 1)), qPrintable(words));
            QCOMPARE(words.contains(QStringLiteral("training.")), !advice[i].changes.empty());
            QCOMPARE(card.measureButton().isVisible(), !advice[i].changes.empty());
            QCOMPARE(card.applyButton().isVisible(), !advice[i].changes.empty());
            QCOMPARE(!card.warning().isEmpty(), advice[i].learnsDifferently);  // before anything is measured or made
        }
        QCOMPARE(m_view.cards()[0]->evidence(),
                 QStringLiteral("Share 80.0 % · A step 3.20 ms · Ratio 1.99 × · Calls 1,234 · Each 4.00 µs"));
    }

    void theActionsSayWhichAdviceIsMeant() {
        QSignalSpy asked(&m_view, &AdviceView::measureRequested), applied(&m_view, &AdviceView::applyRequested);
        m_view.card("batch")->measureButton().setFocus();
        QTest::keyClick(&m_view.card("batch")->measureButton(), Qt::Key_Space);  // without a mouse
        QTest::mouseClick(&m_view.card("engine")->applyButton(), Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].value<std::string>(), std::string("batch"));
        QCOMPARE(applied.count(), 1);
        QCOMPARE(applied[0][0].value<std::string>(), std::string("engine"));
    }

    void aMeasurementShowsHowFarItIsAndCanBeCancelled() {
        AdviceCard& card = *m_view.card("engine");
        card.measureButton().setFocus();
        m_view.setTrial("engine", {.state = AdviceTrial::State::Running, .done = 2, .of = 8});
        m_view.setCanMeasure(false);
        QCOMPARE(card.progress(), QStringLiteral("Training 3 of 8"));
        QCOMPARE(card.findChild<QProgressBar*>()->value(), 2);
        QVERIFY(!card.measureButton().isVisible() && card.cancelButton().hasFocus());
        QVERIFY(!m_view.card("batch")->measureButton().isEnabled());
        QVERIFY(m_view.card("batch")->progress().isEmpty());
        QSignalSpy cancelled(&m_view, &AdviceView::cancelRequested);
        QTest::keyClick(&card.cancelButton(), Qt::Key_Space);
        QCOMPARE(cancelled.count(), 1);
        m_view.setCanMeasure(true);
        m_view.setTrial("engine", {.state = AdviceTrial::State::Stopped});
        QVERIFY(card.progress().isEmpty() && card.verdict().isEmpty());
        QVERIFY2(card.result().contains(QStringLiteral("nothing was measured")), qPrintable(card.result()));
        QVERIFY(card.measureButton().hasFocus() && !card.cancelButton().isVisible());
    }

    void whatWasMeasuredIsMarkedAndSaid_data() {
        QTest::addColumn<AdviceTrial>("trial");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("words");
        QTest::newRow("faster") << measured(gain(1.8, 1.6, 2)) << QStringLiteral("Faster")
                                << QStringLiteral("1.8 times as fast with the change (95 % confidence: 1.6 to 2;");
        QTest::newRow("slower") << measured(gain(0.8, 0.7, 0.9)) << QStringLiteral("Slower") << QStringLiteral("0.8 times");
        QTest::newRow("noise") << measured(gain(1.02, 0.9, 1.2)) << QStringLiteral("Within the noise") << QStringLiteral("No gain");
        QTest::newRow("failed") << AdviceTrial{.state = AdviceTrial::State::Failed,
                                               .failure = Error(ErrorCode::Failed, say("The data are gone."), say("Bring them back."))}
                                << QStringLiteral("Not measured") << QStringLiteral("The data are gone. Bring them back.");
    }
    void whatWasMeasuredIsMarkedAndSaid() {
        QFETCH(AdviceTrial, trial);
        QFETCH(QString, verdict);
        QFETCH(QString, words);
        AdviceCard& card = *m_view.card("engine");
        m_view.setTrial("engine", {.state = AdviceTrial::State::Running});
        QVERIFY(card.verdict().isEmpty() && card.result().isEmpty());
        m_view.setTrial("engine", trial);
        QCOMPARE(card.verdict(), verdict);
        QVERIFY2(card.result().contains(words), qPrintable(card.result()));
        QVERIFY(card.measureButton().isVisible());  // once more
        m_view.setTrial("no such", trial);          // of a profile that is not shown
    }

    void whyThereIsNoCardIsSaid() {
        m_view.setAdvice({});
        QVERIFY2(m_view.message().contains(QStringLiteral("Nothing stands out")), qPrintable(m_view.message()));
        m_view.setMissing(AdviceView::Missing::BeingSought);
        QVERIFY2(m_view.message().contains(QStringLiteral("Looking")), qPrintable(m_view.message()));
        m_view.setAdvice(samples());
        QVERIFY(m_view.message().isEmpty());
        m_view.setMissing(AdviceView::Missing::NoProfile);
        QVERIFY(m_view.cards().empty());
        QVERIFY2(m_view.message().contains(QStringLiteral("No profile")), qPrintable(m_view.message()));
    }
};

QTEST_MAIN(AdviceViewTest)
#include "tst_advice_view.moc"
