// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include "core/graph/editing/new_node.h"
#include "core/operators/catalog.h"
#include "tests/support/graph_text.h"

using namespace seekbench;

namespace {

const char* const kPicture = R"(
    image Input {"shape": [3, 32, 32]}
    relu ReLU
    out Output
    image -> relu -> out
)";

Edge edgeOf(const char* from, const char* to) { return {endOf(from, "output"), endOf(to, "input")}; }

// The graph after inserting a new node of `op` between two nodes, 72 apart as the layout sets them.
Graph inserted(const char* text, const char* op, const char* from, const char* to, const Library& library = {}) {
    Graph graph = graphOf(text);
    double y = 0;
    for (const char* name : {"image", "relu", "hidden", "out"})
        if (const auto node = graph.nodes.find(name); node != graph.nodes.end()) node->second.position.y = y += 72;
    const auto edit = insertingNew(graph, library, check(graph, library), edgeOf(from, to), newNode(library, op), 72);
    perform(graph, edit.value()).value();
    return graph;
}

std::int64_t number(const Graph& graph, const char* node, const char* parameter) {
    return std::get<std::int64_t>(graph.nodes.at(node).parameters.at(parameter));
}

TensorType type(std::vector<std::int64_t> extents, ElementType element = ElementType::Float) {
    TensorType type{.shape = {Dimension::symbol("batch")}, .element = element};
    for (const std::int64_t extent : extents) type.shape.emplace_back(extent);
    return type;
}

}  // namespace

class NewNodeTest : public QObject {
    Q_OBJECT

private slots:
    void everyOperatorBeginsWithValidParameters() {
        for (const Operator* op : operatorCatalog()) {
            const Node node = newNode({}, op->id);
            const auto resolved = ResolvedParameters::from(op->parameters, node.parameters);
            QVERIFY2(resolved.problems.empty(), std::string(op->id).c_str());
        }
    }

    void whateverKeepsItsShapeCanBeInsertedIntoAPictureWireWithoutAnError() {
        for (const char* op : {"Conv2d", "BatchNorm2d", "ReLU", "Dropout", "Identity", "LayerNorm", "Linear"})
            QCOMPARE(QString::fromStdString(findings(inserted(kPicture, op, "image", "relu"))), QString());
    }

    void anInsertedConvolutionTakesTheChannelsOfTheWire() {
        const Graph graph = inserted(kPicture, "Conv2d", "image", "relu");
        QCOMPARE(number(graph, "conv2d", "in_channels"), 3);
        QCOMPARE(number(graph, "conv2d", "out_channels"), 3);
        COMPARE_TEXT(shapeAt(graph, "conv2d"), "[batch, 3, 32, 32]");
    }

    void insertingMakesRoomBelow() {
        const Graph graph = inserted(kPicture, "Conv2d", "image", "relu");
        QCOMPARE(graph.nodes.at("conv2d").position.y, 144.0);
        QCOMPARE(graph.nodes.at("relu").position.y, 216.0);
        QCOMPARE(graph.nodes.at("out").position.y, 288.0);
        QCOMPARE(graph.nodes.at("image").position.y, 72.0);
    }

    void insertingWhereThereIsRoomMovesNothing() {
        Graph graph = graphOf(kPicture);
        graph.nodes.at("relu").position = {0, 400};
        const auto edit = insertingNew(graph, {}, check(graph, {}), edgeOf("image", "relu"), newNode({}, "Dropout"), 72);
        QVERIFY(std::ranges::none_of(edit->steps, [](const EditStep& step) { return std::holds_alternative<MoveNode>(step); }));
        perform(graph, *edit).value();
        QCOMPARE(graph.nodes.at("dropout").position.y, 200.0);
    }

    void aFreshLayerAfterAnotherFitsIt() {
        Graph graph = graphOf("image Input {\"shape\": [784]}");
        const auto edit = addingAt(graph, {}, check(graph, {}), endOf("image", "output"), true, newNode({}, "Linear"));
        perform(graph, edit.value()).value();
        QCOMPARE(number(graph, "linear", "in_features"), 784);
        QCOMPARE(number(graph, "linear", "out_features"), 10);
    }

    void addingInFrontOfATakenPortReplacesItsWire() {
        Graph graph = graphOf(kPicture);
        const auto edit = addingAt(graph, {}, check(graph, {}), endOf("relu", "input"), false, newNode({}, "Input"));
        perform(graph, edit.value()).value();
        QVERIFY(graph.edges.contains(edgeOf("input", "relu")) && !graph.edges.contains(edgeOf("image", "relu")));
    }

    void attentionGetsHeadsThatDivideItsWidth() {
        for (const std::int64_t width : {64, 12, 7}) {
            const Node node = fitted(newNode({}, "MultiHeadAttention"), {}, type({10, width}), OutputWidth::Fresh);
            QCOMPARE(std::get<std::int64_t>(node.parameters.at("embed_dim")), width);
            QCOMPARE(width % std::get<std::int64_t>(node.parameters.at("num_heads")), 0);
        }
    }

    void whatIsNotKnownIsNotGuessedFromTheInput() {
        TensorType unknown = type({});
        unknown.shape.push_back(Dimension::symbol("features"));
        const Node before = newNode({}, "Linear");
        QVERIFY(fitted(before, {}, unknown, OutputWidth::AsInput) == before);
    }

    void aCompositeIsFittedByTheNamesOfItsParameters() {
        Library library;
        library.composites.emplace("Wide", compositeOf("Wide", "input Input\noutput Output\ninput -> output",
                                                       {{.name = "in_channels", .label = {}, .help = {}, .standard = std::int64_t{64}}}));
        const Node node = fitted(newNode(library, "Wide"), library, type({3, 8, 8}), OutputWidth::Fresh);
        QCOMPARE(std::get<std::int64_t>(node.parameters.at("in_channels")), 3);
    }

    void whatFitsIsWhatTheShapeRulesTake() {
        const auto takes = [](const char* op, const TensorType& input) {
            return accepts(fitted(newNode({}, op), {}, input, OutputWidth::Fresh), {}, input);
        };
        const TensorType picture = type({3, 32, 32}), vector = type({784}), tokens = type({16}, ElementType::Integer);
        QVERIFY(takes("Conv2d", picture) && !takes("Conv2d", vector));
        QVERIFY(takes("Embedding", tokens) && !takes("Embedding", vector) && !takes("ReLU", tokens));
        QVERIFY(takes("LSTM", type({20, 64})) && !takes("LSTM", picture));
        QVERIFY(takes("Add", picture) && takes("Output", vector) && !takes("Input", vector));
    }

    void aNodeMovedOntoAWireIsFittedToIt() {
        Graph graph = graphOf(std::string(kPicture) + "conv Conv2d {\"in_channels\": 9, \"out_channels\": 5, \"kernel_size\": 3}");
        const auto edit = movingOnto(graph, {}, check(graph, {}), edgeOf("image", "relu"), "conv");
        perform(graph, edit.value()).value();
        QCOMPARE(number(graph, "conv", "in_channels"), 3);
        QCOMPARE(number(graph, "conv", "out_channels"), 5);
        QCOMPARE(QString::fromStdString(findings(graph)), QString());
    }

    void swappingKeepsWiresAndSharedSettings() {
        Graph graph = graphOf(R"(
            image Input {"shape": [3, 32, 32]}
            pool MaxPool2d {"kernel_size": [4, 4]}
            out Output
            image -> pool -> out
        )");
        const Graph before = graph;
        const auto edit = swapping(graph, {}, check(graph, {}), "pool", "AvgPool2d");
        const Edit inverse = perform(graph, edit.value()).value();
        QVERIFY(graph.edges == before.edges);
        QVERIFY(graph.nodes.at("pool").parameters.at("kernel_size") == ParameterValue(Integers{4, 4}));
        QCOMPARE(QString::fromStdString(findings(graph)), QString());
        perform(graph, inverse).value();
        QVERIFY(graph == before);
    }

    void swappingFillsInWhatTheNewOperatorDemands() {
        Graph graph = graphOf(kPicture);
        const auto edit = swapping(graph, {}, check(graph, {}), "relu", "Conv2d");
        perform(graph, edit.value()).value();
        QCOMPARE(number(graph, "relu", "in_channels"), 3);
        QCOMPARE(QString::fromStdString(findings(graph)), QString());
    }

    void swappingForAnOperatorWithOneInputDropsTheOtherWires() {
        Graph graph = graphOf(R"(
            image Input {"shape": [8]}
            add Add
            out Output
            image -> add.input.0
            image -> add.input.1
            add -> out
        )");
        const auto edit = swapping(graph, {}, check(graph, {}), "add", "ReLU");
        perform(graph, edit.value()).value();
        QCOMPARE(graph.edges.size(), std::size_t{2});
        QCOMPARE(QString::fromStdString(findings(graph)), QString());
    }

    void anUnknownOperatorIsAnError() {
        const Graph graph = graphOf(kPicture);
        QVERIFY(!swapping(graph, {}, {}, "relu", "Nothing"));
        QVERIFY(!addingAt(graph, {}, {}, endOf("relu", "output"), true, newNode({}, "Nothing")));
        QVERIFY(!insertingNew(graph, {}, {}, edgeOf("image", "relu"), newNode({}, "Output"), 72));
    }
};

QTEST_APPLESS_MAIN(NewNodeTest)
#include "tst_new_node.moc"
