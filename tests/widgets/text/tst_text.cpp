// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QtTest/QtTest>

#include "widgets/text/figures.h"
#include "widgets/text/sentence_book.h"
#include "widgets/text/translated.h"

using namespace seekbench;

namespace {

// Says a few of core's texts in another language.
class Foreign : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override {
        const auto found = m_texts.find(QByteArray(context) + ": " + source);
        return found == m_texts.end() ? QString() : *found;
    }

private:
    const QHash<QByteArray, QString> m_texts{
        {"error: While %1: ", QStringLiteral("Bei %1: ")},
        {"error: , ", QStringLiteral(" und ")},
        {"core: reading %1", QStringLiteral("Lesen von %1")},
        {"core: an object", QStringLiteral("ein Objekt")},
        {"core: Get the file again.", QStringLiteral("Hole sie neu.")},
        {"core: The first bytes of %1 are damaged.", QStringLiteral("Der Anfang von %1 ist beschädigt.")},
        {"core: The value %1 of %2 is too large; the most is %3.", QStringLiteral("%2 ist mit %1 zu groß (höchstens %3).")},
        {"core: Stopped on request, without a new checkpoint: %1", QStringLiteral("Gestoppt ohne Sicherung: %1")},
        {"core: A JSON object is wanted; this is %1.", QStringLiteral("Nötig ist ein Objekt, nicht %1.")},
    };
};

}  // namespace

class TextTest : public QObject {
    Q_OBJECT

private slots:
    void figuresAreWrittenForPeople() {
        QCOMPARE(countText(1234567), QStringLiteral("1,234,567"));
        QCOMPARE(countText(-1234), QStringLiteral("−1,234"));
        QCOMPARE(countText(54800000, true), QStringLiteral("54.8 M"));
        QCOMPARE(bytesText(100352), QStringLiteral("98.0 KiB"));
        QCOMPARE(percentText(0.94321), QStringLiteral("94.32"));
        QCOMPARE(figure(-0.5), QStringLiteral("−0.5"));
        QCOMPARE(figure(std::nan("")), QStringLiteral("NaN"));
        QCOMPARE(fixed(std::nan(""), 2), QStringLiteral("–"));
        QCOMPARE(durationText(59.6), QStringLiteral("1 min 0 s"));
        QCOMPARE(durationText(7260), QStringLiteral("2 h 1 min"));
    }

    void aSentenceOfCoreGetsItsArguments() {
        QCOMPARE(translated(say("%1 is not %2.", "a%2", 3)), QStringLiteral("a%2 is not 3."));
        QCOMPARE(translated(Message{}), QString());
    }

    void anErrorSaysWhatWasTriedWhatHappenedAndWhatToDo() {
        const Error error = Error(ErrorCode::Io, say("The disk is full."), say("Free some space.")).in(say("saving %1", "x.json"));
        QCOMPARE(translated(error), QStringLiteral("While saving x.json: The disk is full. Free some space."));
    }

    void aSentenceIsKnownAgainByItsPattern() {
        const SentenceBook book({"%1 is %2.", "%1 is %2 and %1.", "Use %1", "No argument."});
        const auto arguments = [&](const char* english) { return book.find(english).value_or(Message{}).arguments; };
        QCOMPARE(arguments("a is b."), (std::vector<std::string>{"a", "b"}));
        QCOMPARE(book.find("a is b and a.")->source, std::string("%1 is %2 and %1."));
        QCOMPARE(book.find("a is b and c.")->source, std::string("%1 is %2."));
        QVERIFY(!book.find(" is b."));
        QVERIFY(!book.find("Use "));
        QVERIFY(!book.find("No argument."));
    }

    void theBookKnowsTheSentencesOfCore() {
        const auto message = SentenceBook::ofCore().find("The worker died at step 120.");
        QVERIFY(message);
        QCOMPARE(message->source, std::string("The worker died at step %1."));
        QCOMPARE(message->arguments, std::vector<std::string>{"120"});
    }

    void whatWasKeptInEnglishIsSaidInTheWindowsLanguage_data() {
        QTest::addColumn<QByteArray>("english");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* english, const char* said) {
            QTest::newRow(english) << QByteArray(english) << QString::fromUtf8(said);
        };
        row("Get the file again.", "Hole sie neu.");
        row("The value 9 of lr is too large; the most is 1.", "lr ist mit 9 zu groß (höchstens 1).");
        row("The first bytes of a.json are damaged. Get the file again.", "Der Anfang von a.json ist beschädigt. Hole sie neu.");
        row("While reading a, reading b: The first bytes of b are damaged.",
            "Bei Lesen von a und Lesen von b: Der Anfang von b ist beschädigt.");
        row("Stopped on request, without a new checkpoint: The first bytes of x are damaged. Get the file again.",
            "Gestoppt ohne Sicherung: Der Anfang von x ist beschädigt. Hole sie neu.");
        row("A JSON object is wanted; this is an object.", "Nötig ist ein Objekt, nicht ein Objekt.");
        row("Nobody ever said this.", "Nobody ever said this.");
    }
    void whatWasKeptInEnglishIsSaidInTheWindowsLanguage() {
        QFETCH(QByteArray, english);
        QFETCH(QString, said);
        QCOMPARE(translatedEnglish(english.toStdString()), QString::fromUtf8(english));
        Foreign language;
        QCoreApplication::installTranslator(&language);
        QCOMPARE(translatedEnglish(english.toStdString()), said);
        QCoreApplication::removeTranslator(&language);
    }
};

QTEST_GUILESS_MAIN(TextTest)
#include "tst_text.moc"
