// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/code/expression_text.h"
#include "core/code/layout.h"
#include "core/code/names.h"
#include "core/code/renderer.h"
#include "tests/support/graph_text.h"

using namespace seekbench;

namespace {

std::string python(const char* expression, const ParameterValues& names = {}) {
    return expressionText(expression, CodeLanguage::Python, names, [](const std::string& name) { return "self." + name; });
}
std::string cpp(const char* expression, const ParameterValues& names = {}) {
    return expressionText(expression, CodeLanguage::Cpp, names, [](const std::string& name) { return name; });
}

CodePiece callOf(const std::string& name, int count) {
    std::vector<CodePiece> arguments;
    for (int i = 0; i < count; ++i) arguments.emplace_back("argument_" + std::to_string(i));
    return CodePiece(name + "(", std::move(arguments), ")");
}

std::string laidOut(CodeLanguage language, const CodePiece& piece, const std::string& after = {}) {
    std::string all;
    for (const std::string& line : layOut(language, 4, "value = ", piece, after)) all += line + "\n";
    return all;
}

}  // namespace

class TestCodeLayout : public QObject {
    Q_OBJECT
private slots:
    void namesBecomeIdentifiers() {
        COMPARE_TEXT(identifierOf("conv1"), "conv1");
        COMPARE_TEXT(identifierOf("卷积1"), "卷积1");
        COMPARE_TEXT(identifierOf("1×1"), "node_1_1");
        COMPARE_TEXT(identifierOf("_hidden"), "node_hidden");
        COMPARE_TEXT(identifierOf("skip conv"), "skip_conv");
        COMPARE_TEXT(identifierOf("-"), "node_");
        COMPARE_TEXT(identifierOf(""), "node_");
        COMPARE_TEXT(identifierOf("\xff\xfe"), "node__");
    }
    void wordsOfTheLanguagesAreNoNames() {
        for (const char* word : {"lambda", "class", "template", "double", "training", "parameters", "forward", "self", "nn"})
            COMPARE_TEXT(identifierOf(word), (std::string(word) + "_").c_str());
    }
    void aNameIsGivenOutOnce() {
        Names names;
        COMPARE_TEXT(names.take("conv"), "conv");
        COMPARE_TEXT(names.take("conv"), "conv_2");
        COMPARE_TEXT(names.take("conv"), "conv_3");
    }
    void functionsAreNamedInSmallLetters() {
        COMPARE_TEXT(snakeCase("ResidualBlock"), "residual_block");
        COMPARE_TEXT(snakeCase("GPTBlock"), "gpt_block");
        COMPARE_TEXT(snakeCase("UNetLevel2d"), "u_net_level2d");
        COMPARE_TEXT(snakeCase("注意力"), "注意力");
    }

    void expressionsAreTranslated() {
        COMPARE_TEXT(python("4*channels"), "4 * self.channels");
        COMPARE_TEXT(python("(a+b)/2"), "(self.a + self.b) // 2");
        COMPARE_TEXT(cpp("(a+b)/2"), "(a + b) / 2");
        COMPARE_TEXT(python("stride!=1"), "self.stride != 1");
        COMPARE_TEXT(python("- -x % 3"), "--self.x % 3");
        COMPARE_TEXT(python("1.5e-3*a"), "1.5e-3 * self.a");
    }
    void aRealOperandMakesTheDivisionReal() {
        COMPARE_TEXT(python("width/2", {{"width", 1.5}}), "self.width / 2");
        COMPARE_TEXT(python("n/2.0"), "self.n / 2.0");
        COMPARE_TEXT(python("(width*2)/n", {{"width", 1.5}}), "(self.width * 2) / self.n");
        COMPARE_TEXT(cpp("width % n", {{"width", 1.5}}), "std::fmod(width, n)");
    }
    void literalsAreThoseOfTheLanguage() {
        COMPARE_TEXT(literalText(true, CodeLanguage::Python), "True");
        COMPARE_TEXT(literalText(1e-5, CodeLanguage::Python), "1e-5");
        COMPARE_TEXT(literalText(-1e30, CodeLanguage::Python), "-1e+30");
        COMPARE_TEXT(literalText(2.0, CodeLanguage::Cpp), "2.0");
        COMPARE_TEXT(literalText(std::vector<std::int64_t>{3}, CodeLanguage::Python), "(3,)");
        COMPARE_TEXT(literalText(std::vector<std::int64_t>{3, 5}, CodeLanguage::Cpp), "{3, 5}");
        COMPARE_TEXT(literalText(std::string("a\"b"), CodeLanguage::Cpp), "\"a\\\"b\"");
    }

    void whatFitsStaysOnOneLine() {
        COMPARE_TEXT(laidOut(CodeLanguage::Python, callOf("f", 2)), "    value = f(argument_0, argument_1)\n");
    }
    void pythonIsBrokenAsBlackDoes() {
        COMPARE_TEXT(laidOut(CodeLanguage::Python, callOf("function", 6)),
                     "    value = function(\n"
                     "        argument_0, argument_1, argument_2, argument_3, argument_4, argument_5\n"
                     "    )\n");
        COMPARE_TEXT(laidOut(CodeLanguage::Python, callOf("f", 8)),
                     "    value = f(\n        argument_0,\n        argument_1,\n        argument_2,\n        argument_3,\n"
                     "        argument_4,\n        argument_5,\n        argument_6,\n        argument_7,\n    )\n");
    }
    void cppIsBrokenBehindTheBracket() {
        COMPARE_TEXT(laidOut(CodeLanguage::Cpp, callOf("function", 7), ";"),
                     "    value = function(\n"
                     "        argument_0, argument_1, argument_2, argument_3, argument_4, argument_5, argument_6);\n");
    }
    void operandsGetBracketsWhenBroken() {
        CodePiece sum("", {}, "");
        sum.operands = true;
        for (int i = 0; i < 5; ++i) sum.items.emplace_back((i == 0 ? "" : "+ ") + ("the_operand_" + std::to_string(i)));
        COMPARE_TEXT(laidOut(CodeLanguage::Python, sum),
                     "    value = (\n        the_operand_0 + the_operand_1 + the_operand_2 + the_operand_3 + the_operand_4\n    )\n");
    }

    void resultsAreTakenApart() {
        const ResultPattern pattern = ResultPattern::parse("0, (1, 2)");
        COMPARE_TEXT(pattern.pythonTargets({"out", "hidden", "cell"}), "out, (hidden, cell)");
        COMPARE_TEXT(pattern.pythonTargets({"out", "", "cell"}), "out, (_, cell)");
        COMPARE_TEXT(pattern.pythonTargets({"out", "", ""}), "out, _");
        COMPARE_TEXT(pattern.pythonTargets({"", "", ""}), "_");
        COMPARE_TEXT(pattern.cppPart(2, "value"), "std::get<1>(std::get<1>(value))");
        COMPARE_TEXT(ResultPattern::parse("0").cppPart(0, "value"), "value");
    }
    void textIsWrappedAtSpaces() {
        QCOMPARE(wrapped("a bb  ccc dddd", 6), (std::vector<std::string>{"a bb", "ccc", "dddd"}));
        QCOMPARE(wrapped("é é", 3), (std::vector<std::string>{"é é"}));
    }
};

QTEST_APPLESS_MAIN(TestCodeLayout)
#include "tst_code_layout.moc"
