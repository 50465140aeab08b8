// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include "core/graph/editing/fold.h"
#include "tests/support/graph_text.h"

using namespace seekbench;

namespace {

const char* const kResidual = R"(
    image Input {"shape": [8, 16, 16]}
    first ReLU
    conv Conv2d {"in_channels": 8, "out_channels": 8, "kernel_size": 3, "padding": 1}
    relu ReLU
    add Add
    out Output
    image -> first -> conv -> relu -> add.input.0
    first -> add.input.1
    add -> out
)";

struct Folded {
    Graph before, graph;
    Library library;
    Edit inverse;
    Fold fold;

    explicit Folded(const char* text, const NodeNames& names)
        : before(graphOf(text)), graph(before), fold(folding(graph, {}, names, "Block").value()) {
        library.composites.emplace(fold.composite.id, fold.composite);
        inverse = perform(graph, fold.edit).value();
    }
};

QString reason(const char* text, const NodeNames& names) {
    const auto fold = folding(graphOf(text), {}, names, "Block");
    return fold ? QString() : QString::fromStdString(fold.error().what().english());
}

}  // namespace

class FoldTest : public QObject {
    Q_OBJECT

private slots:
    void aFoldedSelectionComputesTheSame() {
        const Folded folded(kResidual, {"conv", "relu"});
        QCOMPARE(QString::fromStdString(findings(folded.graph, folded.library)), QString());
        QVERIFY(check(folded.graph, folded.library).total == check(folded.before, {}).total);
        COMPARE_TEXT(shapeAt(folded.graph, "block", folded.library), "[batch, 8, 16, 16]");
        COMPARE_TEXT(shapeAt(folded.graph, "block/conv", folded.library), "[batch, 8, 16, 16]");
    }

    void oneSourceUsedTwiceIsOneInput() {
        const Folded folded(kResidual, {"conv", "relu", "add"});
        QVERIFY(folded.fold.composite.inputPorts() == std::vector<std::string>{"input"});
        QVERIFY(folded.fold.composite.outputPorts() == std::vector<std::string>{"output"});
        QCOMPARE(folded.graph.edges.size(), std::size_t{3});
        QCOMPARE(QString::fromStdString(findings(folded.graph, folded.library)), QString());
    }

    void severalPortsAreNamedAfterTheirNodes() {
        const Folded folded(kResidual, {"add"});
        QVERIFY((folded.fold.composite.inputPorts() == std::vector<std::string>{"input_first", "input_relu"}));
        QCOMPARE(QString::fromStdString(findings(folded.graph, folded.library)), QString());
    }

    void whatIsNotUsedYetBecomesTheOutput() {
        const Folded folded("image Input {\"shape\": [8]}\nrelu ReLU\nimage -> relu", {"relu"});
        QVERIFY(folded.fold.composite.outputPorts() == std::vector<std::string>{"output"});
    }

    void undoingGivesTheIdenticalGraph() {
        Folded folded(kResidual, {"conv", "relu"});
        perform(folded.graph, folded.inverse).value();
        QVERIFY(folded.graph == folded.before);
    }

    void namesThatAreTakenAreNotTakenAgain() {
        Library library;
        library.composites.emplace("Block", compositeOf("Block", "input Input\noutput Output\ninput -> output"));
        Graph graph = graphOf(kResidual);
        graph.nodes.emplace("block2", Node{.name = "block2", .op = "ReLU", .parameters = {}, .when = {}, .position = {}});
        const auto fold = folding(graph, library, {"conv"}, "Block");
        COMPARE_TEXT(fold->composite.id, "Block2");
        QVERIFY(fold->node != "block2");
        QVERIFY(perform(graph, fold->edit));
    }

    void insideACompositeItsParametersArePassedThrough() {
        Composite around = compositeOf("Around",
                                       "input Input\nconv Conv2d {\"in_channels\": {\"expression\": \"wide\"}, \"out_channels\": "
                                       "{\"expression\": \"2 * wide\"}, \"kernel_size\": 1}\noutput Output\ninput -> conv -> output",
                                       {{.name = "wide", .label = "Width", .help = {}, .standard = std::int64_t{4}},
                                        {.name = "unused", .label = {}, .help = {}, .standard = std::int64_t{1}}});
        const auto fold = folding(around.body, {}, {"conv"}, "Block", &around);
        QCOMPARE(fold->composite.parameters.size(), std::size_t{1});
        perform(around.body, fold->edit).value();
        Library library;
        library.composites.emplace("Around", around);
        library.composites.emplace("Block", fold->composite);
        const Graph top = graphOf("image Input {\"shape\": [6, 8, 8]}\na Around {\"wide\": 6}\nout Output\nimage -> a -> out");
        QCOMPARE(QString::fromStdString(findings(top, library)), QString());
        COMPARE_TEXT(shapeAt(top, "a/block/conv", library), "[batch, 12, 8, 8]");
    }

    void aPathThatComesBackIsRefusedByName() {
        QCOMPARE(reason(kResidual, {"first", "relu"}), QStringLiteral("The path through conv leaves the selection and comes back."));
    }

    void portsAndNothingAreRefused() {
        QVERIFY(reason(kResidual, {}).startsWith(QStringLiteral("No node")));
        QVERIFY(reason(kResidual, {"image", "first"}).startsWith(QStringLiteral("image is a port")));
        QVERIFY(reason(kResidual, {"nobody"}).startsWith(QStringLiteral("There is no node")));
    }
};

QTEST_APPLESS_MAIN(FoldTest)
#include "tst_fold.moc"
