// SPDX-License-Identifier: Apache-2.0
// Reads the translations and the sources of the window against the rules, and shows that each rule can fail.
#include <QtTest/QtTest>

#include "tests/architecture/translation_rules.h"

using namespace seekbench::architecture;

namespace {

const QString kRoot = QStringLiteral(SEEKBENCH_SOURCE_DIR "/");

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString& path, const QByteArray& content) {
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QString translationFile(const char* language) { return QStringLiteral("translations/seekbench_%1.ts").arg(QLatin1String(language)); }

// A .ts with one message, as lupdate writes it.
std::vector<TranslatedText> textsWith(const char* source, const char* translation, const char* attributes = "") {
    return textsOf(QByteArrayLiteral("<TS><context><name>A</name><message") + attributes + "><source>" + source + "</source>" +
                   translation + "</message></context></TS>");
}

struct Outcome {
    int code = -1;
    QByteArray output, errors;
};
Outcome outcomeOf(const QString& program, const QStringList& arguments, const QString& folder) {
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForStarted() || !process.waitForFinished(60000)) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

}  // namespace

class TranslationsTest : public QObject {
    Q_OBJECT

private slots:
    void everyTextHasATranslation_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("pluralForms");
        QTest::newRow("Chinese") << translationFile("zh_CN") << 1;
        QTest::newRow("English") << translationFile("en") << 2;
    }
    void everyTextHasATranslation() {
        QFETCH(QString, file);
        QFETCH(int, pluralForms);
        const auto texts = textsOf(contentOf(kRoot + file));
        QVERIFY2(!texts.empty(), "the file cannot be read");
        const QStringList violations = translationViolations(texts, pluralForms);
        QVERIFY2(violations.isEmpty(), qPrintable(violations.join(QLatin1Char('\n'))));
    }

    void theTranslationsHoldWhatTheSourcesSay() {
        QTemporaryDir folder;
        const QStringList files{translationFile("zh_CN"), translationFile("en"), QStringLiteral("translations/sentences.txt")};
        for (const QString& file : files) QVERIFY(write(folder.filePath(QFileInfo(file).fileName()), contentOf(kRoot + file)));
        const Outcome outcome = outcomeOf(kRoot + QStringLiteral("translations/update"), {folder.path()}, kRoot);
        if (outcome.code == 2) QSKIP(outcome.errors.constData());
        QVERIFY2(outcome.code == 0, (outcome.output + outcome.errors).constData());
        for (const QString& file : files) {
            const QByteArray before = contentOf(kRoot + file), after = contentOf(folder.filePath(QFileInfo(file).fileName()));
            const QStringList differences = file.endsWith(QLatin1String(".ts"))
                                                ? differencesOf(keysOf(textsOf(before)), keysOf(textsOf(after)))
                                                : differencesOf(linesOf(before), linesOf(after));
            QVERIFY2(differences.isEmpty(),
                     qPrintable(file + QStringLiteral(" is stale, run translations/update:\n") + differences.join(QLatin1Char('\n'))));
        }
    }

    void noTextIsShownPastTr() {
        QStringList violations;
        for (const char* folder : {"widgets", "app/gui"}) {
            QDirIterator entry(kRoot + QLatin1String(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                               QDirIterator::Subdirectories);
            QVERIFY(entry.hasNext());
            while (entry.hasNext()) {
                const QString path = entry.next();
                violations += literalViolations(QDir(kRoot).relativeFilePath(path), QString::fromUtf8(contentOf(path)));
            }
        }
        QVERIFY2(violations.isEmpty(), qPrintable(violations.join(QLatin1Char('\n'))));
    }

    void aWrongTranslationIsFound_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("translation");
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<bool>("right");
        const auto row = [](const char* name, const char* source, const char* translation, const char* attributes, bool right) {
            QTest::newRow(name) << QByteArray(source) << QByteArray(translation) << QByteArray(attributes) << right;
        };
        row("as it should be", "Set %1 of %2", "<translation>%2: %1</translation>", "", true);
        row("unfinished", "Set", "<translation type='unfinished'>x</translation>", "", false);
        row("vanished", "Set", "<translation type='vanished'>x</translation>", "", false);
        row("empty", "Set", "<translation></translation>", "", false);
        row("a placeholder lacks", "Set %1 of %2", "<translation>%1</translation>", "", false);
        row("another placeholder", "Set %1", "<translation>%2</translation>", "", false);
        row("the mnemonic lacks", "&amp;Set", "<translation>S</translation>", "", false);
        row("a form lacks", "%n nodes", "<translation><numerusform>%n node</numerusform></translation>", " numerus='yes'", false);
        row("an empty form", "%n nodes", "<translation><numerusform>%n node</numerusform><numerusform></numerusform></translation>",
            " numerus='yes'", false);
        row("both forms", "%n nodes", "<translation><numerusform>%n node</numerusform><numerusform>%n nodes</numerusform></translation>",
            " numerus='yes'", true);
    }
    void aWrongTranslationIsFound() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, translation);
        QFETCH(QByteArray, attributes);
        QFETCH(bool, right);
        const auto texts = textsWith(source.constData(), translation.constData(), attributes.constData());
        QCOMPARE(texts.size(), std::size_t{1});
        QCOMPARE(translationViolations(texts, 2).isEmpty(), right);
    }

    void aTextThatIsNewOrGoneIsFound() {
        const auto before = keysOf(textsWith("Set", "")), after = keysOf(textsWith("Reset", ""));
        QCOMPARE(differencesOf(before, before), QStringList());
        QCOMPARE(differencesOf(before, after), (QStringList{QStringLiteral("- A|Set|"), QStringLiteral("+ A|Reset|")}));
    }

    void aLiteralPastTrIsFound_data() {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char* code, bool allowed) { QTest::newRow(code) << QString::fromUtf8(code) << allowed; };
        row("label->setText(QStringLiteral(\"Save\"));", false);
        row("label->setText(QStringLiteral(\"%1 nodes\").arg(3));", false);
        row("menu->addAction(tr(\"Save\"), this, [] { label->setText(QStringLiteral(\"Saved\")); });", false);
        row("auto* label = new QLabel(QStringLiteral(\"Loss (\"), this);", false);
        row("box->setToolTip(isOpen ? tr(\"Close\") : QStringLiteral(\"Open\"));", false);
        row("label->setText(tr(\"Save (%1)\").arg(name));", true);
        row("label->setText(QCoreApplication::translate(\"A\", \"Save\"));", true);
        row("label->setText(translated(kind.label));", true);
        row("label->setText(QStringLiteral(\"<b>%1</b> · %2\").arg(tr(\"Save\"), name));", true);
        row("label->setText(QStringLiteral(\"Ctrl+S\"));", true);
        row("// label->setText(QStringLiteral(\"Save\"));", true);
    }
    void aLiteralPastTrIsFound() {
        QFETCH(QString, code);
        QFETCH(bool, allowed);
        QCOMPARE(literalViolations(QStringLiteral("widgets/a.cpp"), code).isEmpty(), allowed);
    }

    void markedTextsAreExtractedAsTheCompilerReadsThem() {
        QTemporaryDir folder;
        const QByteArray code =
            "// say(\"in a comment\");\n"
            "auto a = say(\"%1 is \\\"a\\\"; \"\n"
            "             \"joined\", '\"', x);  /* phrase(\"in another\") */\n"
            "auto b = phrase(u8R\"(raw \"b\")\");\n"
            "auto c = say(\"%1\", x), d = say(other), e = essay(\"no mark\");\n";
        const QByteArray composite =
            "{\"label\": \"Block\", \"body\": {\"nodes\": [{\"label\": \"inside\"}]},"
            " \"parameters\": [{\"name\": \"n\", \"help\": \"How many.\"}]}";
        QVERIFY(write(folder.filePath(QStringLiteral("core/a.cpp")), code));
        QVERIFY(write(folder.filePath(QStringLiteral("resources/operators/composite/B.json")), composite));
        const Outcome outcome = outcomeOf(QStringLiteral("python3"), {kRoot + QStringLiteral("translations/extract")}, folder.path());
        if (outcome.code == -1) QSKIP("python3 is not installed");
        QVERIFY2(outcome.code == 0, outcome.errors.constData());
        QSet<QByteArray> found;
        for (const QByteArray& line : outcome.output.split('\n'))
            if (line.contains("TRANSLATE")) found.insert(line.trimmed());
        const QSet<QByteArray> expected{"QT_TRANSLATE_NOOP(\"core\", \"%1 is \\\"a\\\"; joined\"),",
                                        "QT_TRANSLATE_NOOP(\"core\", \"raw \\\"b\\\"\"),", "QT_TRANSLATE_NOOP(\"core\", \"Block\"),",
                                        "QT_TRANSLATE_NOOP(\"core\", \"How many.\"),"};
        QCOMPARE(found, expected);
    }

private:
    static QSet<QString> linesOf(const QByteArray& text) {
        const QStringList lines = QString::fromUtf8(text).split(QLatin1Char('\n'));
        return {lines.begin(), lines.end()};
    }
    static QStringList differencesOf(const QSet<QString>& before, const QSet<QString>& after) {
        QStringList differences;
        for (const QString& gone : before - after) differences.append(QStringLiteral("- ") + gone);
        for (const QString& added : after - before) differences.append(QStringLiteral("+ ") + added);
        return differences;
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
