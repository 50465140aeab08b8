// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <QTest>

#include "core/graph/layout/layout.h"
#include "tests/support/graph_text.h"

using namespace seekbench;

namespace {

// Nodes of the layout must not touch each other.
bool overlaps(const std::map<std::string, Position>& positions, const LayoutMetrics& metrics) {
    for (auto a = positions.begin(); a != positions.end(); ++a)
        for (auto b = std::next(a); b != positions.end(); ++b)
            if (a->second.y == b->second.y && std::abs(a->second.x - b->second.x) < metrics.nodeWidth) return true;
    return false;
}

Graph chain(int length) {
    Graph graph;
    for (int i = 0; i < length; ++i) {
        const std::string name = "n" + std::to_string(i);
        graph.nodes.emplace(name, Node{.name = name, .op = "ReLU"});
        if (i > 0) graph.edges.insert(Edge{{"n" + std::to_string(i - 1), "output"}, {name, "input"}});
    }
    return graph;
}

}  // namespace

class LayoutTest : public QObject {
    Q_OBJECT

private slots:
    void aChainIsOneStraightColumn() {
        const auto positions = layOut(chain(40));
        QCOMPARE(positions.size(), std::size_t{40});
        for (const auto& [name, position] : positions) QCOMPARE(position.x, positions.at("n0").x);
        QCOMPARE(positions.at("n7").y, 7 * LayoutMetrics{}.layerPitch);
    }

    void everyEdgeLeadsDownwards() {
        const Graph graph = graphOf(R"(
            a Input
            b ReLU
            c ReLU
            d Add
            a -> b -> d
            a -> c -> d.input.1
        )");
        const auto positions = layOut(graph);
        for (const Edge& edge : graph.edges) QVERIFY(positions.at(edge.from.node).y < positions.at(edge.to.node).y);
        QVERIFY(!overlaps(positions, {}));
    }

    void aSkipConnectionDoesNotRunThroughNodes() {
        const Graph graph = graphOf(R"(
            a Input
            b ReLU
            c ReLU
            d Add
            a -> b -> c -> d
            a -> d.input.1
        )");
        const auto positions = layOut(graph);
        QVERIFY(!overlaps(positions, {}));
        QCOMPARE(positions.at("d").y, 3 * LayoutMetrics{}.layerPitch);
    }

    void cyclesAreLaidOutAllTheSame() {
        Graph graph = chain(5);
        graph.edges.insert(Edge{{"n4", "output"}, {"n1", "input", 1}});
        QCOMPARE(layOut(graph).size(), std::size_t{5});
        graph.edges.insert(Edge{{"n2", "output"}, {"n2", "input", 2}});
        QCOMPARE(layOut(graph).size(), std::size_t{5});
    }

    void crossingsThatNeedNotBeAreUndone() {
        // Two chains whose names alternate: in the order of the names every edge would cross.
        const Graph graph = graphOf(R"(
            a1 Input
            a2 Input
            b1 ReLU
            b2 ReLU
            a1 -> b2
            a2 -> b1
        )");
        const auto positions = layOut(graph);
        QCOMPARE(positions.at("a1").x < positions.at("a2").x, positions.at("b2").x < positions.at("b1").x);
    }

    void theSameGraphHasTheSameLayout() {
        const Graph graph = chain(20);
        QVERIFY(layOut(graph) == layOut(graph));
        QVERIFY(layOut(Graph()).empty());
    }

    void whatIsInPlaceIsNotMoved() {
        Graph graph = chain(6);
        QVERIFY(perform(graph, layoutEdit(graph)));
        QVERIFY(layoutEdit(graph).steps.empty());
    }

    void aThousandNodesAreLaidOutWithoutOverlap() {
        Graph graph = chain(1000);
        for (int i = 0; i + 3 < 1000; i += 2)
            graph.edges.insert(Edge{{"n" + std::to_string(i), "output"}, {"n" + std::to_string(i + 3), "input", 1}});
        std::map<std::string, Position> positions;
        QBENCHMARK_ONCE { positions = layOut(graph); }
        QVERIFY(!overlaps(positions, {}));
    }
};

QTEST_APPLESS_MAIN(LayoutTest)
#include "tst_layout.moc"
