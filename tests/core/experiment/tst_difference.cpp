// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

#include "core/experiment/difference.h"
#include "core/graph/edit.h"
#include "sample_experiment.h"

using namespace seekbench;
using Change = NodeDifference::Kind;

namespace {

void perform(Experiment& experiment, const std::vector<EditStep>& steps) {
    if (auto done = seekbench::perform(experiment.graph, {steps}); !done) qFatal("%s", done.error().english().c_str());
}

Edge edge(const std::string& from, const std::string& to) { return {{from, "output"}, {to, "input"}}; }

// The only edge that leaves or enters a node of a chain.
Edge into(const Graph& graph, const std::string& node) {
    return *std::ranges::find(graph.edges, node, [](const Edge& edge) { return edge.to.node; });
}
Edge outOf(const Graph& graph, const std::string& node) {
    return *std::ranges::find(graph.edges, node, [](const Edge& edge) { return edge.from.node; });
}

// input → layer1 → … → layerN → output, linear layers of one width.
Experiment chain(int layers) {
    Experiment experiment = sampleExperiment();
    experiment.graph = {};
    std::vector<EditStep> steps{AddNode{{.name = "input", .op = "Input", .parameters = {{"shape", Integers{4}}}}}};
    std::string last = "input";
    for (int i = 1; i <= layers; ++i) {
        const std::string name = "layer" + std::to_string(i);
        steps.push_back(
            AddNode{{.name = name, .op = "Linear", .parameters = {{"in_features", std::int64_t{4}}, {"out_features", std::int64_t{4}}}}});
        steps.push_back(Connect{edge(last, name)});
        last = name;
    }
    steps.push_back(AddNode{{.name = "output", .op = "Output"}});
    steps.push_back(Connect{edge(last, "output")});
    perform(experiment, steps);
    return experiment;
}

}  // namespace

class tst_Difference : public QObject {
    Q_OBJECT

    static GraphDifference between(const Experiment& a, const Experiment& b) {
        return differenceOf(a.graph, a.library, b.graph, b.library);
    }
    static NodeDifference of(const GraphDifference& difference, const std::string& node) {
        const auto found = std::ranges::find(difference.nodes, node, &NodeDifference::node);
        return found == difference.nodes.end() ? NodeDifference{} : *found;
    }
    static std::vector<SettingRow> differing(const Experiment& a, const Experiment& b) {
        const Experiment* const both[] = {&a, &b};
        auto rows = settingsOf(both);
        std::erase_if(rows, [](const SettingRow& row) { return !row.differs(); });
        return rows;
    }

private slots:
    void equalExperimentsDoNotDiffer() {
        const Experiment experiment = sampleExperiment();
        QVERIFY(differing(experiment, experiment).empty());
        QCOMPARE(between(experiment, experiment).changes(), std::size_t{0});
        QCOMPARE(between(experiment, experiment).nodes.size(), std::size_t{5});
    }

    void whatIsWrittenOutEqualsTheDefault() {
        Experiment a = sampleExperiment(), b = a;
        b.optimizer.parameters["beta1"] = 0.9;
        b.graph.nodes.at("hidden").parameters["bias"] = true;
        b.graph.nodes.at("hidden").position = {.x = 100, .y = 7};
        QVERIFY(differing(a, b).empty());
        QCOMPARE(between(a, b).changes(), std::size_t{0});
    }

    void aChangedSettingIsOneRowWithBothValues() {
        const Experiment a = sampleExperiment();
        Experiment b = a;
        b.training.batchSize = 128;
        const auto rows = differing(a, b);
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0].place, std::string("training.batch_size"));
        QCOMPARE(rows[0].values[0]->text, std::string("64"));
        QCOMPARE(rows[0].values[1]->text, std::string("128"));
    }

    void anotherOptimizerIsOneChangeWithItsParametersBelow() {
        const Experiment a = sampleExperiment();
        Experiment b = a;
        b.optimizer = {"sgd", {{"learning_rate", 0.01}, {"momentum", 0.9}}};
        const auto rows = differing(a, b);
        QCOMPARE(rows.front().place, std::string("optimizer"));
        QCOMPARE(rows.front().values[1]->text, std::string("SGD"));
        QVERIFY(rows.front().values[1]->translatable);
        const auto momentum = std::ranges::find(rows, "optimizer.momentum", &SettingRow::place);
        QVERIFY(momentum != rows.end() && !momentum->values[0] && momentum->values[1]->text == "0.9");
        QCOMPARE(countDifferences(a, b).settings, std::size_t{1});
    }

    void theSeedAndThePlaceOfTheWorkAreNoChanges() {
        const Experiment a = sampleExperiment();
        Experiment b = a;
        b.training.seed = 7;
        b.training.device = "cuda:0";
        b.training.keepCheckpoints = 1;
        QCOMPARE(countDifferences(a, b), DifferenceCounts{});
        QCOMPARE(differing(a, b).size(), std::size_t{3});
    }

    void threeExperimentsHaveThreeValues() {
        Experiment a = sampleExperiment(), b = a, c = a;
        b.training.epochs = 10;
        c.split = {.source = Split::Source::TestPart};
        const Experiment* const all[] = {&a, &b, &c};
        const auto rows = settingsOf(all);
        const auto share = std::ranges::find(rows, "split.share", &SettingRow::place);
        QVERIFY(share->differs() && share->values[1] && !share->values[2]);
    }

    void anInsertedNodeIsTheOnlyDifference() {
        const Experiment a = sampleExperiment();
        Experiment b = a;
        perform(b, {Disconnect{edge("relu", "head")}, AddNode{{.name = "drop", .op = "Dropout", .parameters = {{"p", 0.2}}}},
                    Connect{edge("relu", "drop")}, Connect{edge("drop", "head")}});
        const auto difference = between(a, b);
        QCOMPARE(difference.changes(), std::size_t{1});
        QCOMPARE(of(difference, "drop").kind, Change::Added);
        QCOMPARE(of(difference, "head").kind, Change::Equal);
        std::vector<std::string> order;
        for (const auto& node : difference.nodes) order.push_back(node.node);
        QCOMPARE(order, (std::vector<std::string>{"input", "hidden", "relu", "drop", "head", "output"}));
    }

    void aMovedWireIsAChangeOfItsTarget() {
        const Experiment a = chain(3);
        Experiment b = a;
        perform(b, {Disconnect{edge("layer2", "layer3")}, Connect{edge("layer1", "layer3")}});
        const auto difference = between(a, b);
        QCOMPARE(difference.changes(), std::size_t{1});
        QVERIFY(of(difference, "layer3").rewired);
    }

    void anotherOperatorNamesBothAndNoParameters() {
        const Experiment a = sampleExperiment();
        Experiment b = a;
        perform(b, {SetOperator{"relu", "GELU"}});
        const auto relu = of(between(a, b), "relu");
        QCOMPARE(relu.kind, Change::Changed);
        QCOMPARE(relu.operatorBefore + " " + relu.operatorAfter, std::string("ReLU GELU"));
        QVERIFY(relu.parameters.empty());
    }

    void aBlockThatIsMadeDifferentlyIsAChange() {
        Experiment a = sampleExperiment();
        Composite block{.id = "Block", .label = "A block", .summary = "", .parameters = {}};
        for (const auto& [name, op] : {std::pair{"input", "Input"}, std::pair{"act", "ReLU"}, std::pair{"output", "Output"}})
            block.body.nodes.emplace(name, Node{.name = name, .op = op});
        block.body.edges = {edge("input", "act"), edge("act", "output")};
        a.graph.nodes.at("relu").op = "Block";
        a.library.composites.emplace("Block", block);
        Experiment b = a;
        b.library.composites.at("Block").label = "renamed";
        b.library.composites.at("Block").body.nodes.at("act").position.x = 9;
        QCOMPARE(between(a, b).changes(), std::size_t{0});
        b.library.composites.at("Block").body.nodes.at("act").op = "GELU";
        QVERIFY(of(between(a, b), "relu").bodyChanged);
    }

    void aCycleDoesNotHangIt() {
        Experiment a = chain(3), b = a;
        b.graph.edges.erase(edge("input", "layer1"));
        b.graph.edges.insert(edge("layer3", "layer1"));
        QCOMPARE(between(a, b).nodes.size(), std::size_t{5});
    }

    // Seeded edits of every kind at different nodes: the difference is the list of the edits, no more and no less.
    void theDifferenceEqualsTheEdits_data() {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 100; ++seed) QTest::addRow("seed %u", seed) << seed;
    }
    void theDifferenceEqualsTheEdits() {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const Experiment a = chain(30);
        Experiment b = a;
        std::map<std::string, std::string> expected;
        std::vector<int> layers(30);
        std::iota(layers.begin(), layers.end(), 1);
        std::shuffle(layers.begin(), layers.end(), random);
        for (int i = 0; i < 8; ++i) {
            const std::string name = "layer" + std::to_string(layers[static_cast<std::size_t>(i)]);
            switch (random() % 4) {
                case 0:
                    perform(b, {SetParameter{name, "out_features", std::int64_t{5}}});
                    expected[name] = "out_features 4 5";
                    break;
                case 1:
                    perform(b, {SetOperator{name, "ReLU"}});
                    expected[name] = "Linear ReLU";
                    break;
                case 2: {
                    const Edge before = into(b.graph, name), after = outOf(b.graph, name);
                    perform(b, {RemoveNode{name}, Connect{{before.from, after.to}}});
                    expected[name] = "removed";
                    break;
                }
                default: {
                    const Edge wire = into(b.graph, name);
                    const std::string fresh = "new" + std::to_string(i);
                    perform(b, {Disconnect{wire}, AddNode{{.name = fresh, .op = "Tanh"}}, Connect{{wire.from, {fresh, "input"}}},
                                Connect{{{fresh, "output"}, wire.to}}});
                    expected[fresh] = "added";
                }
            }
        }
        std::map<std::string, std::string> found;
        for (const NodeDifference& node : between(a, b).nodes) {
            if (node.kind == Change::Equal) continue;
            std::string& text = found[node.node];
            if (node.kind != Change::Changed)
                text = node.kind == Change::Added ? "added" : "removed";
            else if (node.operatorBefore != node.operatorAfter)
                text = node.operatorBefore + " " + node.operatorAfter;
            for (const auto& parameter : node.parameters)
                if (node.kind == Change::Changed) text += parameter.name + " " + *parameter.before + " " + *parameter.after;
            if (node.rewired) text += " rewired";
        }
        QCOMPARE(found, expected);
        QCOMPARE(countDifferences(a, b).nodes, expected.size());
        // The other way round it is the same with the sides changed.
        QCOMPARE(between(b, a).count(Change::Added), between(a, b).count(Change::Removed));
    }
};

QTEST_APPLESS_MAIN(tst_Difference)
#include "tst_difference.moc"
