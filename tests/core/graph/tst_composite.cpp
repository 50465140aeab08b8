// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include "core/base/file.h"
#include "core/graph/expansion.h"
#include "core/graph/repetition.h"
#include "tests/support/graph_text.h"

using namespace seekbench;

namespace {

const std::filesystem::path kFolder = std::filesystem::path(SEEKBENCH_SOURCE_DIR) / "resources/operators/composite";

Library library() { return loadComposites(kFolder).value(); }

// A 64-channel image through one residual block.
Graph residualNet(const std::string& parameters) {
    return graphOf("x Input {\"shape\": [64, 28, 28]}\nblock ResidualBlock {" + parameters +
                   "}\nout Output\nx -> block.input\nblock -> out");
}

Library of(std::vector<Composite> composites) {
    Library library;
    for (Composite& composite : composites) library.composites.emplace(composite.id, composite);
    return library;
}

std::string nested(const std::string& inner) { return "input Input\noutput Output\ninner " + inner + "\ninput -> inner\ninner -> output"; }

// A block A of three features, applied `count` times.
Graph repeated(std::int64_t count) {
    return graphOf("x Input {\"shape\": [3]}\nb A {\"repeat\": " + std::to_string(count) + "}\nout Output\nx -> b -> out");
}

const Graph kOneBlock = graphOf("x Input {\"shape\": [3]}\nb A\nout Output\nx -> b -> out");

}  // namespace

class TestComposite : public QObject {
    Q_OBJECT
private slots:
    void residualBlockPassesWhenChannelsStay() {
        QCOMPARE(findings(residualNet(""), library()), "");
        COMPARE_TEXT(shapeAt(residualNet(""), "block", library()), "[batch, 64, 28, 28]");
    }
    // The block as course B prints it: 64 channels in, 128 out, and the skipped input added as it is.
    void residualBlockWithoutProjectionIsRefusedWhenChannelsChange() {
        const Diagnostic found = finding(residualNet(R"("in_channels": 64, "out_channels": 128)"), library());
        COMPARE_TEXT(english(found),
                     "block/add.input: Input number 2 does not have the shape of the inputs before it, nor can it be stretched to it. "
                     "Expected [batch, 128, 28, 28], got [batch, 64, 28, 28].");
    }
    void residualBlockWithProjectionPasses() {
        const Graph graph = residualNet(R"("in_channels": 64, "out_channels": 128, "stride": 2, "projection": true)");
        QCOMPARE(findings(graph, library()), "");
        COMPARE_TEXT(shapeAt(graph, "block", library()), "[batch, 128, 14, 14]");
    }
    void aCompositeCostsWhatItsBodyCosts() {
        const GraphReport report = check(residualNet(R"("out_channels": 128, "projection": true)"), library());
        QCOMPARE(report.nodes.at("block").cost.parameters, 9 * 64 * 128 + 9 * 128 * 128 + 64 * 128 + 3 * 2 * 128);
        QCOMPARE(report.total.parameters, report.nodes.at("block").cost.parameters);
        QVERIFY(report.nodes.contains("block/conv1") && report.nodes.contains("block/input"));
    }
    void aNodeThatIsSwitchedOffIsNotInTheModel() {
        const auto model = expand(residualNet(""), library());
        QVERIFY(bool(model));
        QVERIFY(!model->find("block/skip_conv"));
        QCOMPARE(model->find("block/add")->inputs[1], (ValueRef{model->inputs[0], 0}));
        QVERIFY(expand(residualNet("\"projection\": true"), library())->find("block/skip_conv"));
    }
    void shippedCompositesAreWrittenCanonically() {
        for (const auto& [id, composite] : library().composites)
            COMPARE_TEXT(readFile(kFolder / (id + ".json")).value(), canonicalJson(compositeToJson(composite)).c_str());
    }
    void expressionsReachNestedComposites() {
        const Library two =
            of({compositeOf("A", nested(R"(B {"wide": {"expression": "2 * n"}, "bias": {"expression": "n > 5"}})"),
                            {{"n", "", "", std::int64_t{3}}}),
                compositeOf(
                    "B", nested(R"(Linear {"in_features": 3, "out_features": {"expression": "wide + 1"}, "bias": {"expression": "bias"}})"),
                    {{"wide", "", "", std::int64_t{1}}, {"bias", "", "", true}})});
        COMPARE_TEXT(shapeAt(kOneBlock, "b/inner/inner", two), "[batch, 7]");
        QCOMPARE(check(kOneBlock, two).total.parameters, 21);
    }
    void mistakesInABodyAreToldAtTheirPlace() {
        const auto told = [](const std::string& body) { return findings(kOneBlock, of({compositeOf("A", body)})); };
        COMPARE_TEXT(told(nested("Nope")), "unknown-operator b/inner");
        COMPARE_TEXT(told(nested("Dropout {\"p\": {\"expression\": \"1 +\"}}")), "invalid-expression b/inner");
        COMPARE_TEXT(told(nested("Dropout {\"p\": {\"expression\": \"q\"}}")), "invalid-expression b/inner");
        COMPARE_TEXT(told(nested("BatchNorm2d {\"num_features\": 3}")), "shape-mismatch b/inner.input");
        COMPARE_TEXT(told("input Input\nx ReLU\ninput -> x"), "unknown-port b.output\nunused-node b/x\nno-output b");
    }
    void portsOfACompositeAreTheEndsOfItsBody() {
        const Library library =
            of({compositeOf("A", "left Input\nright Input\nsum Add\nboth Output\nleft -> sum\nright -> sum.input.1\nsum -> both")});
        QCOMPARE(library.composite("A")->inputPorts(), (std::vector<std::string>{"left", "right"}));
        QCOMPARE(library.composite("A")->outputPorts(), (std::vector<std::string>{"both"}));
        const std::string ends = "x Input {\"shape\": [3]}\nb A\nout Output\nx -> b.left\n";
        COMPARE_TEXT(findings(ends + "x -> b.right\nb.both -> out", library), "");
        COMPARE_TEXT(findings(ends + "b.both -> out", library), "missing-input b.right");
    }
    void whatIsSwitchedOffPassesItsFirstInputThrough() {
        Composite composite = compositeOf("A", R"(
            input Input
            wide Linear {"in_features": 3, "out_features": 5}
            sum Add
            output Output
            input -> wide -> sum -> output
            input -> sum.input.1)");
        COMPARE_TEXT(findings(kOneBlock, of({composite})), "shape-mismatch b/sum.input");
        composite.body.nodes.at("sum").when = "0";
        COMPARE_TEXT(shapeAt(kOneBlock, "b", of({composite})), "[batch, 5]");
        composite.body.nodes.at("wide").when = "0";
        COMPARE_TEXT(shapeAt(kOneBlock, "b", of({composite})), "[batch, 3]");
    }
    void switchingOffNeedsAnInputAndOneOutput() {
        Composite composite = compositeOf("A",
                                          "input Input\nparts Split {\"split_size\": 1}\nsum Add\noutput Output\ninput -> parts\n"
                                          "parts.first -> sum\nparts.rest -> sum.input.1\nsum -> output");
        composite.body.nodes.at("parts").when = "0";
        COMPARE_TEXT(findings(kOneBlock, of({composite})), "invalid-expression b/parts");
        composite.body.nodes.at("parts").when = "(";
        COMPARE_TEXT(findings(kOneBlock, of({composite})), "invalid-expression b/parts");
        composite = compositeOf("A", "input Input\nsum Add\noutput Output\nsum -> output");
        composite.body.nodes.at("sum").when = "0";
        COMPARE_TEXT(findings(kOneBlock, of({composite})), "missing-input b/sum.input");
        Graph top = graphOf("x Input {\"shape\": [3]}\ny ReLU\nout Output\nx -> y -> out");
        top.nodes.at("y").when = "1";
        COMPARE_TEXT(findings(top), "invalid-expression y");
    }
    void unconnectedOptionalInputsDoNotHinderSwitchingOff() {
        Composite composite = compositeOf("A",
                                          "input Input\nself MultiHeadAttention {\"embed_dim\": 3, \"num_heads\": 1}\noutput Output\ninput "
                                          "-> self.query\nself -> output");
        composite.body.nodes.at("self").when = "0";
        COMPARE_TEXT(shapeAt(kOneBlock, "b", of({composite})), "[batch, 3]");
    }
    void recursionIsFound() {
        COMPARE_TEXT(findings(kOneBlock, of({compositeOf("A", nested("A"))})), "nesting-too-deep b/inner");
        const Library twoOfThem = of({compositeOf("A", nested("B")), compositeOf("B", nested("A"))});
        COMPARE_TEXT(findings(kOneBlock, twoOfThem), "nesting-too-deep b/inner/inner");
        QCOMPARE(twoOfThem.usedBy(kOneBlock), twoOfThem);
    }
    void nestingHasALimit() {
        const auto levels = [](int count) {
            std::vector<Composite> composites;
            for (int i = 1; i < count; ++i)
                composites.push_back(compositeOf(i == 1 ? "A" : "L" + std::to_string(i), nested("L" + std::to_string(i + 1))));
            composites.push_back(compositeOf(count == 1 ? "A" : "L" + std::to_string(count), nested("ReLU")));
            return of(composites);
        };
        QCOMPARE(findings(kOneBlock, levels(kDeepestNesting)), "");
        QVERIFY(findings(kOneBlock, levels(kDeepestNesting + 1)).starts_with("nesting-too-deep b/inner"));
    }
    void compositesThatMultiplyAreRefusedNotFollowed() {
        std::vector<Composite> composites;
        for (int level = 0; level < 12; ++level) {
            std::string body = "input Input\noutput Output\n", chain = "input";
            for (int i = 0; i < 10; ++i) {
                body += "n" + std::to_string(i) + (level == 11 ? " ReLU\n" : " L" + std::to_string(level + 1) + "\n");
                chain += " -> n" + std::to_string(i);
            }
            composites.push_back(compositeOf(level == 0 ? "A" : "L" + std::to_string(level), body + chain + " -> output"));
        }
        const auto refused = expand(kOneBlock, of(composites));
        QVERIFY(!refused);
        QCOMPARE(refused.error().size(), std::size_t{1});
        QCOMPARE(refused.error()[0].code, Diagnostic::Code::NestingTooDeep);
    }
    void aRepeatedCompositeIsAChainOfItsBodies() {
        const Library library = of({compositeOf("A", nested("Linear {\"in_features\": 3, \"out_features\": 3}"))});
        const Graph graph = repeated(3);
        QCOMPARE(findings(graph, library), "");
        const Model model = *expand(graph, library);
        QCOMPARE(model.nodes.size(), std::size_t{5});
        const auto number = [&](const char* path) { return static_cast<int>(model.find(path) - model.nodes.data()); };
        for (const auto& [from, to] :
             {std::pair{"x", "b/1/inner"}, {"b/1/inner", "b/2/inner"}, {"b/2/inner", "b/3/inner"}, {"b/3/inner", "out"}})
            QCOMPARE(model.find(to)->inputs[0], (ValueRef{number(from), 0}));
        QVERIFY(!model.find("b/inner"));
    }
    void aRepeatedCompositeCostsItsBodyAsOftenAsItIsApplied() {
        const Library library = of({compositeOf("A", nested("Linear {\"in_features\": 3, \"out_features\": 3}"))});
        const GraphReport report = check(repeated(3), library);
        QCOMPARE(report.total.parameters, 3 * 12);
        QCOMPARE(report.nodes.at("b").cost.parameters, 3 * 12);
        QCOMPARE(report.nodes.at("b/2").cost.parameters, 12);
        // The inside of a block is drawn once, whatever it is repeated.
        QCOMPARE(report.nodes.at("b/inner").cost.parameters, 12);
        COMPARE_TEXT(text(report.nodes.at("b/inner").outputs.at(0).shape), "[batch, 3]");
    }
    void oneRepetitionIsTheSameAsNone() {
        const Library library = of({compositeOf("A", nested("ReLU"))});
        QVERIFY(expand(repeated(1), library)->find("b/inner"));
        QCOMPARE(check(repeated(1), library).nodes.size(), check(kOneBlock, library).nodes.size());
    }
    void inputsBeyondTheOutputsArriveAtEveryRepetition() {
        const Library library = of({compositeOf("A",
                                                "input Input\nmemory Input\nsum Add\noutput Output\ninput -> sum\nmemory -> sum.input.1\n"
                                                "sum -> output")});
        const Graph graph = graphOf(
            "x Input {\"shape\": [3]}\nm Input {\"shape\": [3]}\nb A {\"repeat\": 2}\nout Output\nx -> b.input\n"
            "m -> b.memory\nb -> out");
        QCOMPARE(findings(graph, library), "");
        const Model model = *expand(graph, library);
        const int memory = static_cast<int>(model.find("m") - model.nodes.data());
        for (const char* path : {"b/1/sum", "b/2/sum"}) QCOMPARE(model.find(path)->inputs[1], (ValueRef{memory, 0}));
    }
    // The same tensor at both inputs: only one of them is replaced from repetition to repetition.
    void oneTensorAtTwoInputsIsNotTakenForOneInput() {
        const Library library = of({compositeOf("A",
                                                "input Input\nmemory Input\nsum Add\noutput Output\ninput -> sum\nmemory -> sum.input.1\n"
                                                "sum -> output")});
        const Graph graph = graphOf("x Input {\"shape\": [3]}\nb A {\"repeat\": 2}\nout Output\nx -> b.input\nx -> b.memory\nb -> out");
        const FlatNode second = *expand(graph, library)->find("b/2/sum");
        QVERIFY(second.inputs[0] != second.inputs[1]);
    }
    void repetitionsNest() {
        const Library library = of({compositeOf("A", nested(R"(B {"repeat": {"expression": "n"}})"), {{"n", "", "", std::int64_t{2}}}),
                                    compositeOf("B", nested("Linear {\"in_features\": 3, \"out_features\": 3}"))});
        const auto model = expand(repeated(2), library);
        QVERIFY(bool(model));
        for (const char* path : {"b/1/inner/1/inner", "b/1/inner/2/inner", "b/2/inner/1/inner", "b/2/inner/2/inner"})
            QVERIFY2(model->find(path), path);
        QCOMPARE(check(repeated(2), library).total.parameters, 4 * 12);
        QCOMPARE(model->find("b/2/inner/1/inner")->inputs[0].node,
                 static_cast<int>(model->find("b/1/inner/2/inner") - model->nodes.data()));
    }
    void whatIsWrongInARepeatedBodyIsToldOnce() {
        const Library library = of({compositeOf("A", nested("BatchNorm2d {\"num_features\": 3}"))});
        COMPARE_TEXT(findings(repeated(5), library), "shape-mismatch b/inner.input");
    }
    void aBlockThatChangesItsInputCannotBeRepeated() {
        const Library library = of({compositeOf("A", nested("Linear {\"in_features\": 3, \"out_features\": 4}"))});
        COMPARE_TEXT(english(finding(repeated(2), library)),
                     "b: A block can be repeated when it gives out what it takes in, and its output number 1 differs from its input. "
                     "Expected [batch, 3], got [batch, 4].");
        QCOMPARE(findings(repeated(1), library), "");
    }
    void blocksThatGiveOutMoreThanTheyTakeInAreNotRepeated() {
        const Library library = of({compositeOf("A", "input Input\na Output\nb Output\ninput -> a\ninput -> b")});
        Graph graph = graphOf("x Input {\"shape\": [3]}\nb A {\"repeat\": 2}\nout Output\nout2 Output\nx -> b\nb.a -> out\nb.b -> out2");
        COMPARE_TEXT(findings(graph, library), "unknown-parameter b");
    }
    void repetitionsAreCountedFromOneToTheirLimit() {
        const Library library = of({compositeOf("A", nested("ReLU"))});
        COMPARE_TEXT(findings(repeated(0), library), "invalid-parameter b");
        QCOMPARE(findings(repeated(kMostRepetitions), library), "");
        COMPARE_TEXT(findings(repeated(kMostRepetitions + 1), library), "invalid-parameter b");
    }
    void repetitionsThatMultiplyAreRefusedNotFollowed() {
        std::vector<Composite> composites;
        for (int level = 0; level < 12; ++level)
            composites.push_back(compositeOf(level == 0 ? "A" : "L" + std::to_string(level),
                                             nested(level == 11 ? "ReLU" : "L" + std::to_string(level + 1) + " {\"repeat\": 1000}")));
        const auto refused = expand(repeated(1000), of(composites));
        QVERIFY(!refused);
        QCOMPARE(refused.error().size(), std::size_t{1});
        QCOMPARE(refused.error()[0].code, Diagnostic::Code::NestingTooDeep);
    }
    void equalBlocksAreTheSameWhetherWalkedThroughOnceOrTwice() {
        const Library library = of({compositeOf("A", nested("Linear {\"in_features\": 3, \"out_features\": 3}"))});
        const Graph two = graphOf("x Input {\"shape\": [3]}\nb A\nc A\nout Output\nx -> b -> c -> out");
        const Model model = *expand(two, library);
        QCOMPARE(model.find("c/inner")->inputs[0].node, static_cast<int>(model.find("b/inner") - model.nodes.data()));
        QCOMPARE(model.find("b/inner")->inputs[0].node, model.inputs[0]);
        QCOMPARE(check(two, library).total.parameters, 2 * 12);
    }
    void noCompositeDeclaresItsRepetitions() {
        const Composite composite = compositeOf("A", nested("ReLU"), {{"repeat", "", "", std::int64_t{1}}});
        QVERIFY(!compositeFromJson(compositeToJson(composite)));
    }
    void onlyUsedCompositesAreEmbedded() {
        const Library three = of({compositeOf("A", nested("B")), compositeOf("B", nested("ReLU")), compositeOf("C", nested("B"))});
        QCOMPARE(three.usedBy(kOneBlock), of({compositeOf("A", nested("B")), compositeOf("B", nested("ReLU"))}));
    }
    void filesWithMistakesAreNamed_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("part");
        const auto row = [](const char* name, const char* patch, const char* part) {
            Json json = compositeToJson(compositeOf("Block", nested("ReLU"), {{"n", "", "", std::int64_t{1}}}));
            json.merge_patch(Json::parse(patch));
            QTest::newRow(name) << QString::fromStdString(json.dump()) << part;
        };
        row("newer version", R"({"version": 2})", "version 2");
        row("unknown field", R"({"colour": "red"})", "colour");
        row("name of a built-in", R"({"id": "Conv2d"})", "Conv2d");
        row("no id", R"({"id": ""})", "id of a composite");
        row("text parameter", R"({"parameters": [{"name": "n", "default": "x"}]})", "parameter n");
        row("parameter twice", R"({"parameters": [{"name": "n", "default": 1}, {"name": "n", "default": 2}]})", "two of this name");
        row("parameter name", R"({"parameters": [{"name": "a b", "default": 1}]})", "a b");
        row("body", R"({"body": {"nodes": 3}})", "body of Block");
        QTest::newRow("no JSON") << "{"
                                 << "not valid JSON";
        QTest::newRow("deep") << QString(100'000, '[') << "levels deep";
    }
    void filesWithMistakesAreNamed() {
        QFETCH(QString, text);
        QFETCH(QString, part);
        QTemporaryDir folder;
        const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "残差.json";
        QVERIFY(bool(writeFileAtomically(file, text.toStdString())));
        const auto library = loadComposites(file.parent_path());
        QVERIFY(!library);
        const QString error = QString::fromStdString(library.error().english());
        QVERIFY2(error.contains(part) && error.contains(QString::fromUtf8("残差.json")), error.toUtf8().constData());
    }
};

QTEST_APPLESS_MAIN(TestComposite)
#include "tst_composite.moc"
