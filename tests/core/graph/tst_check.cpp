// SPDX-License-Identifier: Apache-2.0
#include <chrono>

#include <QTest>

#include "core/graph/expansion.h"
#include "tests/support/graph_text.h"

using namespace seekbench;

namespace {

const std::string kNet = R"(
    image Input {"shape": [1, 28, 28]}
    conv Conv2d {"in_channels": 1, "out_channels": 4, "kernel_size": 3, "padding": 1}
    relu ReLU
    pool MaxPool2d {"kernel_size": 2}
    flat Flatten
    fc Linear {"in_features": 784, "out_features": 10}
    out Output
    image -> conv -> relu -> pool -> flat -> fc -> out
)";

// A graph whose input is a 3-vector at `x` and whose output takes what comes from `y`.
std::string around(const std::string& middle) { return "x Input {\"shape\": [3]}\nout Output\n" + middle; }

std::string longChain(int length) {
    std::string text = "n0 Input {\"shape\": [16, 8, 8]}\n", chain = "n0";
    for (int i = 1; i < length - 1; ++i) {
        const std::string name = "n" + std::to_string(i);
        text += name + (i % 3 ? " Conv2d {\"in_channels\": 16, \"out_channels\": 16, \"kernel_size\": 3, \"padding\": 1}\n" : " ReLU\n");
        chain += " -> " + name;
    }
    return text + "out Output\n" + chain + " -> out\n";
}

}  // namespace

class TestCheck : public QObject {
    Q_OBJECT
private slots:
    void aSoundGraphHasFactsAndNoFindings() {
        const GraphReport report = check(graphOf(kNet), {});
        QVERIFY(report.diagnostics.empty());
        QVERIFY(!report.hasErrors());
        COMPARE_TEXT(text(report.nodes.at("pool").outputs[0].shape), "[batch, 4, 14, 14]");
        COMPARE_TEXT(text(report.nodes.at("out").inputs[0].shape), "[batch, 10]");
        QCOMPARE(report.nodes.at("conv").cost.parameters, 4 * 9 + 4);
        QCOMPARE(report.nodes.at("conv").cost.multiplyAdds, 28 * 28 * 4 * 9);
        QCOMPARE(report.total.parameters, 4 * 9 + 4 + 7840 + 10);
        QCOMPARE(report.total.multiplyAdds, 28 * 28 * 4 * 9 + 7840);
    }
    void oneMistakeGivesOneFinding_data() {
        QTest::addColumn<QString>("graph");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const std::string& graph, const char* expected) {
            QTest::newRow(name) << QString::fromStdString(graph) << expected;
        };
        row("unknown operator", around("y Conv7d\nz ReLU\nx -> y -> z -> out"), "unknown-operator y");
        row("unknown output port", around("y ReLU\nx -> y\ny.result -> out"), "unknown-port y.result");
        row("unknown input port", around("y ReLU\nx -> y.inptu\ny -> out"), "unknown-port y.inptu");
        row("slot of a single port", around("y ReLU\nx -> y.input.1\ny -> out"), "unknown-port y.input");
        row("slot of an output", around("y ReLU\nx -> y\ny.output.1 -> out"), "unknown-port y.output");
        row("unknown parameter", around("y ReLU {\"slope\": 1}\nx -> y -> out"), "unknown-parameter y");
        row("missing parameter", around("y Linear {\"in_features\": 3}\nx -> y -> out"), "invalid-parameter y");
        row("wrong type", around("y Dropout {\"p\": \"half\"}\nx -> y -> out"), "invalid-parameter y");
        row("out of range", around("y Dropout {\"p\": 1.5}\nx -> y -> out"), "invalid-parameter y");
        row("expression at the top", around("y Dropout {\"p\": {\"expression\": \"1\"}}\nx -> y -> out"), "invalid-expression y");
        row("missing input", around("y ReLU\nz ReLU\nx -> z\ny -> out"), "missing-input y.input");
        row("missing edge in the middle", around("y ReLU\nx -> y"), "missing-input out.input");
        row("two edges to one port", around("y ReLU\nx -> y -> out\nx -> out"), "duplicate-input out.input");
        row("three edges to one port", around("y ReLU\nz ReLU\nx -> y -> out\nx -> z -> out\nx -> out"), "duplicate-input out.input");
        row("edge from nowhere", around("y ReLU\nnone -> y -> out"), "dangling-edge y.input");
        row("edge to nowhere", around("y ReLU\nx -> y -> out\ny -> none"), "dangling-edge y.output");
        row("cycle", around("a Add\nb ReLU\nc ReLU\nx -> a -> b -> c -> out\nc -> a.input.1"), "cycle a");
        row("cycle of one", around("a Add\nx -> a -> out\na -> a.input.1"), "cycle a");
        row("two cycles", around("a Add\nb Add\nx -> a -> b -> out\na -> a.input.1\nb -> b.input.1"), "cycle a\ncycle b");
        row("no input", "out Output\ny Identity\ny -> out", "missing-input y.input\nno-input ");
        row("no output", "x Input {\"shape\": [3]}\ny ReLU\nx -> y", "unused-node y\nno-output ");
        row("nothing at all", "", "no-input \nno-output ");
        row("unused node", around("y ReLU\nx -> out\nx -> y"), "unused-node y");
        row("wrong features",
            around("y Linear {\"in_features\": 4, \"out_features\": 2}\nz Linear {\"in_features\": 7, \"out_features\": 2}\nx -> y -> z -> "
                   "out"),
            "shape-mismatch y.input");
        row("real numbers as ids", around("y Embedding {\"num_embeddings\": 4, \"embedding_dim\": 2}\nx -> y -> out"),
            "element-type-mismatch y.input");
        row("wrong rank", around("y BatchNorm2d {\"num_features\": 3}\nx -> y -> out"), "shape-mismatch y.input");
        row("unproven", around("y Flatten {\"start_dim\": 0}\nz Linear {\"in_features\": 6, \"out_features\": 2}\nx -> y -> z -> out"),
            "unproven-equality z.input");
    }
    void oneMistakeGivesOneFinding() {
        QFETCH(QString, graph);
        QTEST(QString::fromStdString(findings(graph.toStdString())), "expected");
    }
    void severalMistakesAreAllFound() {
        COMPARE_TEXT(
            findings(around(
                "a Linear {\"in_features\": 4, \"out_features\": 2}\nb Nope\nc Dropout {\"p\": 2}\nx -> a\nx -> b\nx -> c\na -> out")),
            "unknown-operator b\nshape-mismatch a.input\ninvalid-parameter c");
    }
    void aShapeFindingTellsExpectedAndGot() {
        const Diagnostic found = finding(graphOf(around("y Linear {\"in_features\": 4, \"out_features\": 2}\nx -> y -> out")));
        QCOMPARE(found.expected, std::optional<Shape>({Dimension::symbol("batch"), 4}));
        QCOMPARE(found.got, std::optional<Shape>({Dimension::symbol("batch"), 3}));
        COMPARE_TEXT(
            english(found),
            "y.input: in_features is 4, and dimension 1 of the tensor that arrives at input is 3. Expected [batch, 4], got [batch, 3].");
    }
    void aCycleIsToldFromItsFirstNode() {
        COMPARE_TEXT(english(finding(graphOf(around("a ReLU\nb Add\nc ReLU\nx -> b -> c -> a -> out\na -> b.input.1")))),
                     "a: The edges lead in a circle: a → b → c → a.");
    }
    void namesThatCannotBeReadAreFound() {
        Graph graph = graphOf(around("y ReLU\nx -> y -> out"));
        graph.nodes.at("y").name = "other";
        COMPARE_TEXT(findings(graph), "invalid-name y");
    }
    void bindingASymbolMakesEqualitiesCertain() {
        const Graph graph =
            graphOf(around("y Flatten {\"start_dim\": 0}\nz Linear {\"in_features\": 6, \"out_features\": 2}\nx -> y -> z -> out"));
        QVERIFY(bool(expand(graph, {}, {{"batch", 2}})));
        const auto refused = expand(graph, {}, {{"batch", 3}});
        QVERIFY(!refused);
        QCOMPARE(refused.error()[0].code, Diagnostic::Code::ShapeMismatch);
    }
    void theModelIsInOrderOfComputation() {
        const auto model = expand(graphOf(R"(
            b Input {"shape": [3]}
            a Input {"shape": [3]}
            join Concat
            z Output
            y Output
            a -> join.input.7
            b -> join.input.2
            join -> z
            a -> y
        )"),
                                  {}, {{"batch", 5}});
        QVERIFY(bool(model));
        std::string order;
        for (const FlatNode& node : model->nodes) order += node.path + " ";
        COMPARE_TEXT(order, "a b join y z ");
        QCOMPARE(model->inputs, (std::vector<int>{0, 1}));
        QCOMPARE(model->outputs, (std::vector<int>{3, 4}));
        QCOMPARE(model->find("join")->inputs, (std::vector<ValueRef>{{1, 0}, {0, 0}}));  // by slot, not by name
        COMPARE_TEXT(text(model->find("join")->outputTypes[0].shape), "[5, 6]");
        QCOMPARE(model->find("none"), nullptr);
    }
    void optionalInputsMayStayUnconnected() {
        const auto model = expand(graphOf(R"(
            x Input {"shape": [5, 6]}
            y Input {"shape": [7, 6]}
            alone MultiHeadAttention {"embed_dim": 6, "num_heads": 2}
            cross MultiHeadAttention {"embed_dim": 6, "num_heads": 2}
            out Output
            x -> alone.query
            alone -> cross.query
            y -> cross.value
            cross -> out
        )"),
                                  {});
        QVERIFY(!model);  // keys are the query, of another length than the values
        QCOMPARE(model.error()[0].port, std::string("value"));
        Graph graph = graphOf(
            "x Input {\"shape\": [5, 6]}\na MultiHeadAttention {\"embed_dim\": 6, \"num_heads\": 2}\nout Output\nx -> a.query\na -> out");
        QCOMPARE(expand(graph, {})->find("a")->inputs, (std::vector<ValueRef>{{0, 0}, {-1, 0}, {-1, 0}, {-1, 0}}));
    }
    void hugeGraphsAreRefusedNotFollowed() {
        std::string text = "x Input {\"shape\": [3]}\nout Output\nx -> out\n";
        for (std::size_t i = 0; i < kMostNodes; ++i) text += "n" + std::to_string(i) + " ReLU\n";
        QVERIFY(!check(graphOf(text), {}).diagnostics.empty());
        QCOMPARE(check(graphOf(text), {}).diagnostics.back().code, Diagnostic::Code::NestingTooDeep);
    }
    void aThousandNodesAreCheckedFast() {
        const Graph graph = graphOf(longChain(1000));
        double best = 1e9;
        for (int i = 0; i < 5; ++i) {
            const auto begin = std::chrono::steady_clock::now();
            const GraphReport report = check(graph, {});
            best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
            QVERIFY(!report.hasErrors());
            QCOMPARE(report.nodes.size(), std::size_t{1000});
        }
        qInfo("check() of 1000 nodes: %.1f ms", best);  // told, never judged: the machine may be busy
    }
};

QTEST_APPLESS_MAIN(TestCheck)
#include "tst_check.moc"
