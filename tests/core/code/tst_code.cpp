// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QTest>

#include "core/base/file.h"
#include "core/code/code.h"
#include "core/code/layout.h"
#include "core/experiment/experiment.h"
#include "tests/support/example_graphs.h"
#include "tests/support/graph_text.h"

using namespace seekbench;

namespace {

const std::filesystem::path kSource = SEEKBENCH_SOURCE_DIR;

const char* const kChain = R"(
    image Input {"shape": [1, 8, 8]}
    conv1 Conv2d {"in_channels": 1, "out_channels": 4, "kernel_size": 3, "padding": 1}
    relu1 ReLU
    flat Flatten
    head Linear {"in_features": 256, "out_features": 10}
    logits Output
    image -> conv1 -> relu1 -> flat -> head -> logits)";

// Two uses of a composite with parameters and a node that is passed by, a branch, a node with several outputs, names that are none.
const char* const kBlocks = R"(
    picture Input {"shape": [4, 6, 6]}
    1×1 Conv2d {"in_channels": 4, "out_channels": 8, "kernel_size": 1}
    block1 Block {"channels": 8}
    block2 Block {"channels": 8, "project": true, "drop": 0.5}
    sum Add
    rows Reshape {"shape": [48, -1]}
    lstm LSTM {"input_size": 6, "hidden_size": 5}
    result Output
    states Output
    picture -> 1×1 -> block1 -> sum
    1×1 -> block2 -> sum.input.1
    sum -> rows -> lstm -> result
    lstm.cell -> states)";

Library blocks() {
    Library library;
    Composite block = compositeOf("Block",
                                  R"(
        input Input
        conv Conv2d {"in_channels": {"expression": "channels"}, "out_channels": {"expression": "channels"}, "kernel_size": 3, )"
                                  R"("padding": 1, "bias": {"expression": "1 - project"}}
        skip Conv2d {"in_channels": {"expression": "channels"}, "out_channels": {"expression": "channels"}, "kernel_size": 1}
        drop Dropout {"p": {"expression": "drop / 2"}}
        add Add
        output Output
        input -> conv -> drop -> add -> output
        input -> skip -> add.input.1)",
                                  {{"channels", "Channels", "Of input and output.", std::int64_t{4}},
                                   {"project", "Projection", "Whether the skipped input is projected.", false},
                                   {"drop", "Dropout", "", 0.0}});
    block.summary = "A convolution whose result is added to its input.";
    block.body.nodes.at("skip").when = "project";
    library.composites.emplace("Block", block);
    return library;
}

std::string codeOf(const Graph& graph, const Library& library, CodeStyle style) {
    const auto code = emitCode(graph, library, style);
    return code ? code->text() : code.error().english();
}

std::string sequential(const char* graph, const Library& library = {}) { return codeOf(graphOf(graph), library, CodeStyle::Sequential); }

void compareWithFile(const std::string& name, const std::string& text) {
    const auto file = kSource / "tests/fixtures/code" / name;
    if (qEnvironmentVariableIsSet("SEEKBENCH_WRITE_CODE")) QVERIFY(bool(writeFileAtomically(file, text)));
    COMPARE_TEXT(text, readFile(file).valueOr("").c_str());
}

// Every graph there is: the examples of the operators and the experiments of the resources.
void forEveryGraph(const std::function<void(const std::string& name, const Graph&, const Library&)>& visit) {
    for (const ExampleGraph& example : exampleGraphs()) visit(example.name, example.graph, {});
    const auto library = loadComposites(kSource / "resources/operators/composite");
    QVERIFY(bool(library));
    for (const auto& entry : std::filesystem::directory_iterator(kSource / "resources/experiments")) {
        const auto experiment = loadExperiment(entry.path(), *library);
        QVERIFY2(bool(experiment), entry.path().c_str());
        visit(entry.path().stem().string(), experiment->graph, experiment->library);
    }
}

}  // namespace

class TestCode : public QObject {
    Q_OBJECT
private slots:
    void chainsLookAsInTheFiles() {
        for (const CodeStyleRow& row : codeStyles())
            compareWithFile("chain_" + std::string(row.id) + std::string(row.suffix), codeOf(graphOf(kChain), {}, row.style));
    }
    void blocksLookAsInTheFiles() {
        for (const CodeStyle style : {CodeStyle::Module, CodeStyle::Functional, CodeStyle::Cpp})
            compareWithFile("blocks_" + std::string(rowOf(style).id) + std::string(rowOf(style).suffix),
                            codeOf(graphOf(kBlocks), blocks(), style));
    }
    void everyOperatorHasCode() {
        for (const Operator* op : operatorCatalog())
            QVERIFY2(op->code.rule() || op->id == "Input" || op->id == "Output", std::string(op->id).c_str());
    }
    void everyGraphIsWrittenInLinesThatFit() {
        std::size_t graphs = 0, chains = 0;
        forEveryGraph([&](const std::string& name, const Graph& graph, const Library& library) {
            ++graphs;
            for (const CodeStyleRow& row : codeStyles()) {
                const auto code = emitCode(graph, library, row.style);
                if (!code && row.style == CodeStyle::Sequential) {
                    QVERIFY2(code.error().code() == ErrorCode::Unsupported, name.c_str());
                    continue;
                }
                QVERIFY2(bool(code), code ? "" : (name + ": " + code.error().english()).c_str());
                chains += row.style == CodeStyle::Sequential;
                const std::size_t limit = columnLimit(row.style == CodeStyle::Cpp ? CodeLanguage::Cpp : CodeLanguage::Python);
                for (const CodeLine& line : code->lines) {
                    QVERIFY2(widthOf(line.text) <= limit, (name + ": " + line.text).c_str());
                    QVERIFY2(!line.text.ends_with(' ') && line.text.find('\t') == std::string::npos, (name + ": " + line.text).c_str());
                }
                QVERIFY2(emitCode(graph, library, row.style)->text() == code->text(), name.c_str());
            }
        });
        QVERIFY(graphs > 100 && chains > 20);
    }
    void positionsAndTheOrderOfEditsChangeNothing() {
        Graph graph = graphOf(kBlocks), other;
        for (auto node = graph.nodes.rbegin(); node != graph.nodes.rend(); ++node) other.nodes.insert(*node);
        for (auto& [name, node] : other.nodes) node.position = {17, 4};
        other.edges = graph.edges;
        for (const CodeStyle style : {CodeStyle::Module, CodeStyle::Functional, CodeStyle::Cpp})
            COMPARE_TEXT(codeOf(other, blocks(), style), codeOf(graph, blocks(), style).c_str());
    }

    void whatIsNoChainIsRefusedWithItsReason() {
        QVERIFY(sequential("a Input {\"shape\": [3]}\n t Tanh\n s Add\n o Output\n a -> t -> s -> o\n a -> s.input.1")
                    .starts_with("nn.Sequential is a chain, and this graph branches at the node t."));
        QVERIFY(sequential("a Input {\"shape\": [3]}\n b Input {\"shape\": [3]}\n s Add\n o Output\n a -> s -> o\n b -> s.input.1")
                    .starts_with("nn.Sequential takes one input, and this graph has 2."));
        QVERIFY(sequential("a Input {\"shape\": [6]}\n r Reshape {\"shape\": [2, 3]}\n o Output\n a -> r -> o")
                    .starts_with("The node r is a function; nn.Sequential holds modules"));
        QVERIFY(sequential("a Input {\"shape\": [5, 6]}\n l LSTM {\"input_size\": 6, \"hidden_size\": 3}\n o Output\n a -> l -> o")
                    .starts_with("nn.Sequential hands one tensor on, and the module of the node l is called with more or gives more."));
    }
    void aChainOfCompositesIsAChain() {
        QVERIFY(sequential("a Input {\"shape\": [4, 6, 6]}\n b Block\n c Block\n o Output\n a -> b -> c -> o", blocks())
                    .find("            c=Block(),") != std::string::npos);
    }
    void mistakesOfTheGraphAreToldFirst() {
        const std::string refused = codeOf(graphOf("a Input {\"shape\": [3]}\n l Linear {\"in_features\": 4, \"out_features\": 2}\n"
                                                   "o Output\n a -> l -> o"),
                                           {}, CodeStyle::Module);
        QVERIFY2(refused.starts_with("The graph has a mistake, so there is no code for it: l"), refused.c_str());
    }
    void aConditionAlwaysHasSomethingUnderIt() {
        Library library;
        Composite block =
            compositeOf("Block", "input Input\n same Identity\n output Output\n input -> same -> output", {{"on", "On", "", true}});
        block.body.nodes.at("same").when = "on";
        library.composites.emplace("Block", block);
        const std::string code =
            codeOf(graphOf("a Input {\"shape\": [3]}\n b Block\n o Output\n a -> b -> o"), library, CodeStyle::Functional);
        QVERIFY2(code.find("if ") == std::string::npos, code.c_str());
    }
    // What a node with "when" is passed by with is its first input, also where the second one could be overwritten.
    void aNodeThatIsPassedByGivesItsFirstInput() {
        Library library;
        Composite block = compositeOf("Block", R"(
            input Input
            a Tanh
            b Sigmoid
            sum Add
            all Add
            output Output
            input -> a -> sum -> all -> output
            input -> b -> sum.input.1
            a -> all.input.1)",
                                      {{"on", "On", "", true}});
        block.body.nodes.at("sum").when = "on";
        library.composites.emplace("Block", block);
        const std::string code =
            codeOf(graphOf("x Input {\"shape\": [3]}\n b Block\n o Output\n x -> b -> o"), library, CodeStyle::Functional);
        QVERIFY2(code.find("    sum_out = a_out\n    if on:\n        sum_out = a_out + x\n") != std::string::npos, code.c_str());
    }
    void repetitionsAreListsOfModules() {
        const Graph graph = graphOf("a Input {\"shape\": [4, 6, 6]}\n stem Block {\"repeat\": 3}\n o Output\n a -> stem -> o");
        QVERIFY(codeOf(graph, blocks(), CodeStyle::Module).find("self.stem = nn.Sequential(*[Block() for _ in range(3)])") !=
                std::string::npos);
        QVERIFY(codeOf(graph, blocks(), CodeStyle::Functional)
                    .find("    for i in range(1, 4):\n        x = block(weights, f\"stem/{i}\", x, training=training)\n") !=
                std::string::npos);
        const std::vector<std::string> tensors{"stem/3/conv.weight"};
        QCOMPARE(*stateNames(graph, blocks(), tensors), (std::vector<std::string>{"stem.2.conv.weight"}));
        QCOMPARE(*placeOf(graph, blocks(), "stem/3/conv"), (CodePlace{"Block", "conv"}));
    }
    void aCompositeThatIsSwitchedOffMayBeWrong() {
        Library library;
        library.composites.emplace("Broken", compositeOf("Broken", "input Input\n x Nothing\n output Output\n input -> x -> output"));
        Composite outer = compositeOf("Outer", "input Input\n b Broken\n output Output\n input -> b -> output", {{"on", "On", "", false}});
        outer.body.nodes.at("b").when = "on";
        library.composites.emplace("Outer", outer);
        const auto code = emitCode(graphOf("a Input {\"shape\": [3]}\n u Outer\n o Output\n a -> u -> o"), library, CodeStyle::Module);
        QVERIFY(!code);
    }

    void linesKnowTheirNodes() {
        const auto code = emitCode(graphOf(kBlocks), blocks(), CodeStyle::Module);
        QVERIFY(bool(code));
        const auto place = placeOf(graphOf(kBlocks), blocks(), "block2/conv");
        QVERIFY(place.has_value());
        QCOMPARE(*place, (CodePlace{"Block", "conv"}));
        const auto lines = code->linesOf(*place);
        QVERIFY(lines.size() >= 2);
        for (const std::size_t line : lines) COMPARE_TEXT(code->pathAt(line), "block1/conv");
        QVERIFY(
            std::ranges::any_of(lines, [&](std::size_t line) { return code->lines[line].text.find("self.conv(x)") != std::string::npos; }));
        COMPARE_TEXT(code->pathAt(0), "");
        QVERIFY(!placeOf(graphOf(kBlocks), blocks(), "block2/none"));
        QVERIFY(!placeOf(graphOf(kBlocks), blocks(), "sum/conv"));
    }
    void tensorsHaveTheNamesOfTheirModules() {
        const std::vector<std::string> tensors{"block1/conv.weight", "1×1.bias", "lstm.weight_ih_l0"};
        const auto names = stateNames(graphOf(kBlocks), blocks(), tensors);
        QVERIFY(bool(names));
        QCOMPARE(*names, (std::vector<std::string>{"block1.conv.weight", "node_1_1.bias", "lstm.weight_ih_l0"}));
    }
    void aTitleCannotLeaveItsComment() {
        const auto code = emitCode(graphOf(kChain), {}, CodeStyle::Module, {.title = "a\nimport os"});
        COMPARE_TEXT(code->lines[0].text, "# Written by Seekbench from the experiment a import os.");
    }
};

QTEST_APPLESS_MAIN(TestCode)
#include "tst_code.moc"
