// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/graph/check.h"
#include "core/graph/editing/compose.h"
#include "tests/support/graph_text.h"

using namespace seekbench;

namespace {

const char* const kChain = R"(
    image Input {"shape": [3]}
    first Linear {"in_features": 3, "out_features": 4}
    bend ReLU
    second Linear {"in_features": 4, "out_features": 2}
    out Output
    image -> first -> bend -> second -> out
)";

Edge edge(const char* from, const char* to) { return {endpointFromText(from).value(), endpointFromText(to).value()}; }

Graph after(Graph graph, const Edit& edit) {
    if (const auto performed = perform(graph, edit); !performed) qFatal("%s", performed.error().english().c_str());
    return graph;
}

}  // namespace

class ComposeTest : public QObject {
    Q_OBJECT

private slots:
    void removingANodeReconnectsItsNeighbours() {
        const Graph graph = graphOf(kChain);
        const Graph shorter = after(graph, removing(graph, {}, {"bend"}));
        QVERIFY(shorter.edges.contains(edge("first.output", "second.input")));
        QVERIFY(!check(shorter, {}).hasErrors());
    }

    void removingAChainReconnectsItsEnds() {
        const Graph graph = graphOf(kChain);
        const Graph shorter = after(graph, removing(graph, {}, {"bend", "second"}));
        QVERIFY(shorter.edges.contains(edge("first.output", "out.input")));
    }

    void removingDoesNotReconnectWhatDoesNotFit() {
        const Graph graph = graphOf(kChain);
        const Graph shorter = after(graph, removing(graph, {}, {"first", "bend"}));
        QVERIFY(!shorter.edges.contains(edge("image.output", "second.input")));  // 3 features where 4 are wanted
    }

    void removingIsUndoneByItsInverse() {
        Graph graph = graphOf(kChain);
        const Graph before = graph;
        const auto inverse = perform(graph, removing(graph, {}, {"bend"}));
        QVERIFY(inverse && perform(graph, *inverse));
        QVERIFY(graph == before);
    }

    void aNodeIsPutIntoAnEdge() {
        const Graph graph = graphOf(kChain);
        const auto edit = insertingOn(graph, {}, edge("first.output", "bend.input"), {.name = "bend", .op = "Dropout"});
        QVERIFY(edit);
        const Graph longer = after(graph, *edit);
        QVERIFY(longer.edges.contains(edge("first.output", "bend2.input")));
        QVERIFY(longer.edges.contains(edge("bend2.output", "bend.input")));
        QVERIFY(!check(longer, {}).hasErrors());
    }

    void whatHasNoInputCannotStandWithinAnEdge() {
        const Graph graph = graphOf(kChain);
        QVERIFY(!insertingOn(graph, {}, edge("first.output", "bend.input"), {.name = "x", .op = "Input"}));
        QVERIFY(!insertingOn(graph, {}, edge("first.output", "bend.input"), {.name = "x", .op = "NoSuchThing"}));
    }

    void copiedNodesArePastedUnderFreeNames() {
        const Graph graph = graphOf(kChain);
        const auto paste = pasting(graph, copiedText(graph, {"first", "bend"}), {30, 40});
        QVERIFY(paste);
        QCOMPARE(paste->added, (NodeNames{"first2", "bend2"}));
        const Graph larger = after(graph, paste->edit);
        QVERIFY(larger.edges.contains(edge("first2.output", "bend2.input")));
        QCOMPARE(larger.nodes.at("first2").position.x, graph.nodes.at("first").position.x + 30);
        QVERIFY(larger.nodes.at("first2").parameters == graph.nodes.at("first").parameters);
    }

    void pastingTwiceFindsFreeNamesAgain() {
        Graph graph = graphOf(kChain);
        const std::string text = copiedText(graph, {"bend"});
        graph = after(graph, pasting(graph, text, {})->edit);
        QCOMPARE(pasting(graph, text, {})->added, (NodeNames{"bend3"}));
    }

    void otherTextsAreNotPasted() {
        for (const char* text :
             {"", "hello", "{}", R"({"format": "seekbench-nodes", "version": 1})", R"({"format": "seekbench-nodes", "version": 99})",
              R"({"format": "seekbench-nodes", "version": 1, "graph": 3})"})
            QVERIFY2(!pasting({}, text, {}), text);
    }

    void connectingReplacesTheOldEdge() {
        const Graph graph = graphOf(kChain);
        const Graph rewired = after(graph, connecting(graph, edge("first.output", "out.input")));
        QVERIFY(rewired.edges.contains(edge("first.output", "out.input")));
        QVERIFY(!rewired.edges.contains(edge("second.output", "out.input")));
    }
};

QTEST_APPLESS_MAIN(ComposeTest)
#include "tst_compose.moc"
