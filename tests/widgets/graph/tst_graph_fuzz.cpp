// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <QtTest/QtTest>

#include "core/graph/editing/fold.h"
#include "core/operators/catalog.h"
#include "tests/support/graph_text.h"
#include "widgets/graph/editor/graph_gestures.h"

using namespace seekbench;

namespace {

constexpr int kEdits = 10'000;

// Random changes of a document through the same gestures that mouse and keys use, at random levels.
class Fuzz {
public:
    explicit Fuzz(unsigned seed) : m_random(seed), m_gestures(m_document) {
        Experiment experiment;
        experiment.graph = graphOf(R"(
            image Input {"shape": [1, 28, 28]}
            conv Conv2d {"in_channels": 1, "out_channels": 4, "kernel_size": 3, "padding": 1}
            block Twice
            flatten Flatten
            head Linear {"in_features": 3136, "out_features": 10}
            out Output
            image -> conv -> block -> flatten -> head -> out
        )");
        experiment.library.composites.emplace(
            "Twice", compositeOf("Twice", "input Input\nfirst ReLU\nsecond Dropout\noutput Output\ninput -> first -> second -> output"));
        m_document.open(experiment);
    }

    ExperimentDocument& document() { return m_document; }

    // One change, or none when the gesture is refused, as many are.
    void step() {
        m_gestures.setLevel(someLevel());
        const Graph& graph = m_gestures.graph();
        // Grown too large, it is cut back, so that ten thousand changes meet small and large graphs.
        if (graph.nodes.size() > 40) {
            m_refused += !m_gestures.remove(someNodes(20), {});
            return;
        }
        const std::string node = someNode(), op = someOperator();
        switch (number(15)) {
            case 0: m_refused += !m_gestures.add(op, somewhere()); break;
            case 1: m_refused += !(graph.edges.empty() ? m_gestures.add(op, somewhere()) : m_gestures.addOn(op, someEdge())); break;
            case 2: m_refused += !m_gestures.addAfter(op, node); break;
            case 3: m_refused += !m_gestures.remove(someNodes(2), {}); break;
            case 4:
                m_refused +=
                    !m_gestures.move({{node, somewhere()}}, number(2) == 0 ? QStringLiteral("move/%1").arg(node.c_str()) : QString());
                break;
            case 5: m_refused += !m_gestures.connect({{node, "output"}, {someNode(), "input", number(3)}}); break;
            case 6: m_refused += graph.edges.empty() || !m_gestures.disconnect(someEdge()); break;
            case 7: m_refused += !m_gestures.rename(node, freeNodeName(graph, "name" + std::to_string(number(5)))); break;
            case 8: m_refused += !m_gestures.swap(node, op); break;
            case 9: m_refused += !m_gestures.duplicate(someNodes(3)); break;
            case 10: m_refused += !m_gestures.paste(copiedText(graph, someNodes(2)), {24, 24}); break;
            case 11: m_refused += !fold(); break;
            case 12: m_refused += !m_gestures.layOut(); break;
            case 13: settings(); break;
            case 14:
                m_refused += !m_document.edit(m_gestures.level(), Edit{{SetParameter{node, "p", number(9) / 10.0}}},
                                              QStringLiteral("Set p"), number(2) == 0 ? QStringLiteral("p") : QString());
                break;
            default: break;
        }
    }
    int refused() const { return m_refused; }

private:
    int number(std::size_t below) { return static_cast<int>(m_random() % below); }
    template <class Items>
    auto some(const Items& items) {
        return std::next(items.begin(), number(items.size()));
    }
    std::string someNode() { return m_gestures.graph().nodes.empty() ? "nobody" : some(m_gestures.graph().nodes)->first; }
    Edge someEdge() { return *some(m_gestures.graph().edges); }
    Position somewhere() { return {number(2000) - 1000.0, number(2000) - 1000.0}; }
    NodeNames someNodes(std::size_t most) {
        NodeNames names;
        for (int count = 1 + number(most); count > 0; --count) names.insert(someNode());
        return names;
    }
    std::string someOperator() {
        const auto& composites = m_document.experiment().library.composites;
        if (number(6) == 0) return some(composites)->first;
        return std::string(operatorCatalog()[static_cast<std::size_t>(number(operatorCatalog().size()))]->id);
    }
    GraphLevel someLevel() {
        GraphLevel level;
        while (number(3) == 0) {
            const Graph& graph = *m_document.graphAt(level);
            if (graph.nodes.empty()) break;
            level.push_back(some(graph.nodes)->first);
            if (m_document.graphAt(level) != nullptr) continue;
            level.pop_back();
        }
        return level;
    }
    bool fold() {
        // A library of hundreds of blocks would only slow the test down.
        return m_document.experiment().library.composites.size() < 12 && m_gestures.fold(someNodes(3));
    }
    void settings() {
        m_document.changeSettings([&](Experiment& experiment) { experiment.training.epochs = number(50) + 1; },
                                  QStringLiteral("Set epochs"), number(2) == 0 ? QStringLiteral("epochs") : QString());
    }

    std::mt19937 m_random;
    ExperimentDocument m_document;
    GraphGestures m_gestures;
    int m_refused = 0;
};

}  // namespace

class GraphFuzzTest : public QObject {
    Q_OBJECT

private slots:
    void tenThousandRandomEditsUndoneGiveTheIdenticalDocument() {
        Fuzz fuzz(20'260'801);
        const Experiment before = fuzz.document().experiment();
        for (int i = 0; i < kEdits; ++i) fuzz.step();
        const Experiment after = fuzz.document().experiment();
        QUndoStack& stack = fuzz.document().undoStack();
        qInfo("%d of %d gestures were refused, %d steps to undo", fuzz.refused(), kEdits, stack.count());
        QVERIFY2(fuzz.refused() < kEdits / 2, "most gestures must do something");
        QVERIFY(after != before);
        stack.setIndex(0);
        QVERIFY(fuzz.document().experiment() == before);
        stack.setIndex(stack.count());
        QVERIFY(fuzz.document().experiment() == after);
    }

    void everyStepOfAShorterWalkIsUndoneExactly() {
        Fuzz fuzz(7);
        std::vector<Experiment> states{fuzz.document().experiment()};
        QUndoStack& stack = fuzz.document().undoStack();
        for (int i = 0; i < 300; ++i) {
            const int count = stack.count();
            fuzz.step();
            if (stack.count() > count)
                states.push_back(fuzz.document().experiment());
            else
                states.back() = fuzz.document().experiment();  // merged into the last step, or refused
        }
        for (int index = stack.count(); index >= 0; --index) {
            stack.setIndex(index);
            QVERIFY2(fuzz.document().experiment() == states[static_cast<std::size_t>(index)], qPrintable(stack.text(index)));
        }
    }
};

QTEST_MAIN(GraphFuzzTest)
#include "tst_graph_fuzz.moc"
