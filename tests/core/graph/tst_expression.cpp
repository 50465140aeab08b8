// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/graph/expression.h"
#include "tests/support/graph_text.h"

using namespace seekbench;

namespace {

const ParameterValues names{{"channels", std::int64_t{64}}, {"ratio", 0.5}, {"projection", true}, {"mode", std::string("same")}};

// The value as text, or the complaint.
std::string valueOf(std::string_view expression) {
    const auto number = evaluate(expression, names);
    if (!number) return number.error().english();
    return text(std::visit([](auto held) { return ParameterValue(held); }, *number));
}

}  // namespace

class TestExpression : public QObject {
    Q_OBJECT
private slots:
    void valuesFollowTheGrammar_data() {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("value");
        const char* const rows[][2] = {
            {"4 * channels", "256"},
            {"2+3*4", "14"},
            {"(2+3)*4", "20"},
            {"10-3-2", "5"},
            {"channels/3", "21"},
            {"-7/2", "-4"},
            {"-7%2", "1"},
            {"7%-2", "-1"},
            {"--3", "3"},
            {"2*-3", "-6"},
            {"channels*ratio", "32"},
            {"1/2.0", "0.5"},
            {"5.5%2", "1.5"},
            {"1e3", "1000"},
            {"projection", "1"},
            {"channels == 64", "1"},
            {"channels != 64", "0"},
            {"2 < 3", "1"},
            {"3 <= 2", "0"},
            {"(1 < 2) + (2 >= 2)", "2"},
            {"ratio > 0.25", "1"},
            {" \t 1 ", "1"},
            {"9007199254740993 == 9007199254740992", "0"},
        };
        for (const auto& row : rows) QTest::newRow(row[0]) << row[0] << row[1];
    }
    void valuesFollowTheGrammar() {
        QFETCH(QString, expression);
        QTEST(QString::fromStdString(valueOf(expression.toStdString())), "value");
    }
    void everyMistakeIsASentence_data() {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("part");
        const char* const rows[][2] = {
            {"", "ends too early"},
            {"1 +", "ends too early"},
            {"(1", "ends too early"},
            {"1 2", "at its character 3"},
            {"1)", "at its character 2"},
            {"1 < 2 < 3", "at its character 7"},
            {"1 = 2", "at its character 3"},
            {"$", "at its character 1"},
            {".", "at its character 1"},
            {"width", "width, which is no parameter"},
            {"mode", "mode, which is not a number"},
            {"1/0", "divides by zero"},
            {"1%(channels-64)", "divides by zero"},
            {"1/0.0", "divides by zero"},
            {"9223372036854775807+1", "too large"},
            {"1e300*1e300", "too large"},
            {"4611686018427387904*2", "too large"},
        };
        for (const auto& row : rows) QTest::newRow(row[0]) << row[0] << row[1];
    }
    void everyMistakeIsASentence() {
        QFETCH(QString, expression);
        QFETCH(QString, part);
        const auto number = evaluate(expression.toStdString(), names);
        QVERIFY(!number);
        QVERIFY2(QString::fromStdString(number.error().english()).contains(part), number.error().english().c_str());
    }
    void hostileTextsAreRefused() {
        for (const char c : {'(', '-'}) QVERIFY(QString::fromStdString(valueOf(std::string(400, c) + "1")).contains("nested more than"));
        QVERIFY(QString::fromStdString(valueOf(std::string(1'000'000, '('))).contains("longer than"));
        QVERIFY(!evaluate(std::string_view("1\0", 2), names));
        QVERIFY(!evaluate("\xff\xfe", names));
    }
    void depthIsNotUsedUpByNeighbours() {
        std::string sum = "(1)";
        for (int i = 0; i < 80; ++i) sum += "+(1)";
        COMPARE_TEXT(valueOf(sum), "81");
    }
};

QTEST_APPLESS_MAIN(TestExpression)
#include "tst_expression.moc"
