// SPDX-License-Identifier: Apache-2.0
#include <random>

#include <QTest>

#include "core/graph/edit.h"
#include "tests/support/graph_text.h"

using namespace seekbench;

namespace {

const char* const kChain = R"(
    image Input {"shape": [3]}
    fc Linear {"in_features": 3, "out_features": 2, "bias": false}
    out Output
    image -> fc -> out
)";

Edge edge(const char* from, const char* to) { return {endpointFromText(from).value(), endpointFromText(to).value()}; }

// Performs one step and undoes it; true when that gave the identical graph back.
bool isUndone(Graph graph, const EditStep& step) {
    const Graph before = graph;
    const auto inverse = perform(graph, {{step}});
    return inverse && graph != before && perform(graph, *inverse) && graph == before;
}

// Random steps; many of them cannot be performed, as those of a user in a hurry.
class RandomEdits {
public:
    Edit next() {
        Edit edit;
        for (int i = 0; i <= below(3); ++i) edit.steps.push_back(step());
        return edit;
    }

private:
    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    std::string name() { return "n" + std::to_string(below(12)); }
    std::string op() { return std::array{"ReLU", "Add", "Linear", "Dropout", "Block"}[static_cast<std::size_t>(below(5))]; }
    Edge randomEdge() { return {{name(), "output", 0}, {name(), "input", below(3)}}; }
    std::string parameter() { return std::array{"p", "bias", "in_features"}[static_cast<std::size_t>(below(3))]; }
    EditStep step() {
        switch (below(8)) {
            case 0: return AddNode{{.name = name(), .op = op(), .position = {double(below(9)), 0}}};
            case 1: return RemoveNode{name()};
            case 2: return RenameNode{name(), name()};
            case 3: return SetOperator{name(), op()};
            case 4:
                return SetParameter{name(), parameter(), below(2) ? std::optional<ParameterValue>(std::int64_t{below(5)}) : std::nullopt};
            case 5: return MoveNode{name(), {double(below(100)), double(below(100))}};
            case 6: return Connect{randomEdge()};
            default: return Disconnect{randomEdge()};
        }
    }
    std::mt19937 m_random{12345};
};

}  // namespace

class TestEdit : public QObject {
    Q_OBJECT
private slots:
    void eachStepIsUndone() {
        const Graph graph = graphOf(kChain);
        QVERIFY(isUndone(graph, AddNode{{.name = "new", .op = "ReLU"}}));
        QVERIFY(isUndone(graph, RemoveNode{"fc"}));
        QVERIFY(isUndone(graph, RenameNode{"fc", "head"}));
        QVERIFY(isUndone(graph, SetOperator{"fc", "Dropout"}));
        QVERIFY(isUndone(graph, SetOperator{"fc", "SomeComposite"}));
        QVERIFY(isUndone(graph, SetParameter{"fc", "bias", true}));
        QVERIFY(isUndone(graph, SetParameter{"fc", "bias", {}}));
        QVERIFY(isUndone(graph, MoveNode{"fc", {1, 2}}));
        QVERIFY(isUndone(graph, Disconnect{edge("fc.output", "out.input")}));
        QVERIFY(isUndone(graph, Connect{edge("image.output", "out.input.1")}));
    }
    void tenThousandRandomEditsAreUndone() {
        RandomEdits random;
        Graph graph = graphOf(kChain);
        std::vector<Graph> before;
        std::vector<Edit> inverses;
        int refused = 0;
        for (int i = 0; i < 10'000; ++i) {
            const Graph kept = graph;
            auto inverse = perform(graph, random.next());
            if (!inverse) {
                ++refused;
                QCOMPARE(graph, kept);  // all or none
                continue;
            }
            before.push_back(kept);
            inverses.push_back(std::move(*inverse));
        }
        QVERIFY(refused > 1000 && inverses.size() > 1000);
        while (!inverses.empty()) {
            const auto redo = perform(graph, inverses.back());
            QVERIFY2(bool(redo), redo ? "" : redo.error().english().c_str());
            QCOMPARE(graph, before.back());
            Graph again = graph;
            QVERIFY(bool(perform(again, *redo)));  // the inverse of the inverse can be performed, too
            inverses.pop_back();
            before.pop_back();
        }
        QCOMPARE(graph, graphOf(kChain));
    }
    void removingANodeTakesItsEdges() {
        Graph graph = graphOf(kChain);
        QVERIFY(bool(perform(graph, {{RemoveNode{"fc"}}})));
        QCOMPARE(graph, graphOf("image Input {\"shape\": [3]}\nout Output"));
    }
    void swappingTheOperatorKeepsWiresAndCommonParameters() {
        Graph graph = graphOf(kChain);
        QVERIFY(bool(perform(graph, {{SetOperator{"fc", "Conv2d"}}})));
        QCOMPARE(graph.nodes.at("fc").parameters, (ParameterValues{{"bias", false}}));
        QCOMPARE(graph.edges.size(), std::size_t{2});
    }
    void aFailingStepUndoesTheOnesBefore() {
        Graph graph = graphOf(kChain);
        const auto result = perform(graph, {{RemoveNode{"fc"}, AddNode{{.name = "fc2", .op = "ReLU"}}, RenameNode{"fc2", "out"}}});
        COMPARE_TEXT(result.error().english(), "There is already a node out. Choose another name.");
        QCOMPARE(graph, graphOf(kChain));
    }
    void impossibleStepsAreRefused_data() {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(impossible().size()); ++i) QTest::addRow("step %d", i) << i;
    }
    void impossibleStepsAreRefused() {
        QFETCH(int, index);
        Graph graph = graphOf(kChain);
        QVERIFY(!perform(graph, {{impossible()[static_cast<std::size_t>(index)]}}));
        QCOMPARE(graph, graphOf(kChain));
    }

private:
    static std::vector<EditStep> impossible() {
        return {AddNode{{.name = "fc", .op = "ReLU"}},
                AddNode{{.name = "a/b", .op = "ReLU"}},
                RemoveNode{"none"},
                RenameNode{"none", "a"},
                RenameNode{"fc", "out"},
                RenameNode{"fc", ""},
                SetOperator{"none", "ReLU"},
                SetParameter{"none", "p", {}},
                MoveNode{"none", {}},
                Connect{edge("fc.output", "none.input")},
                Connect{edge("none.output", "fc.input.1")},
                Connect{edge("image.output", "out.input")},
                Connect{edge("fc.output", "out.input")},
                Disconnect{edge("image.output", "out.input")}};
    }
};

QTEST_APPLESS_MAIN(TestEdit)
#include "tst_edit.moc"
