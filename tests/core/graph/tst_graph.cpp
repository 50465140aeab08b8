// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/support/graph_text.h"

using namespace seekbench;

namespace {

// The error of reading a graph with these nodes and edges, or "".
std::string readError(const char* json) {
    const auto graph = graphFromJson(Json::parse(json));
    return graph ? "" : graph.error().english();
}

}  // namespace

class TestGraph : public QObject {
    Q_OBJECT
private slots:
    void canonicalTextReadsBackTheSame() {
        Graph graph = graphOf(R"(
            image Input {"shape": [1, 28, 28], "element": "float"}
            drop Dropout {"p": 0.1}
            conv Conv2d {"bias": false, "in_channels": {"expression": "4 * channels"}, "out_channels": 9007199254740993}
            sum Add
            image -> conv -> sum
            drop -> sum.input.12
        )");
        graph.nodes.at("conv").when = "stride != 1";
        graph.nodes.at("sum").position = {0.1, -3e-9};
        const std::string written = canonicalJson(graphToJson(graph));
        const auto read = graphFromJson(parseJson(written).value());
        QVERIFY(bool(read));
        QCOMPARE(*read, graph);
        COMPARE_TEXT(canonicalJson(graphToJson(*read)), written.c_str());
    }
    void orderOfWritingDoesNotMatter() {
        const auto text = [](const char* json) { return canonicalJson(graphToJson(graphFromJson(Json::parse(json)).value())); };
        COMPARE_TEXT(
            text(
                R"({"edges": [["b.output", "a.input"]], "nodes": [{"name": "b", "operator": "ReLU"}, {"name": "a", "operator": "ReLU"}]})"),
            text(R"({"nodes": [{"operator": "ReLU", "name": "a"}, {"name": "b", "operator": "ReLU", "parameters": {}}],
                              "edges": [["b.output.0", "a.input"]]})")
                .c_str());
    }
    void wrongFormsAreNamed_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("part");
        const char* const rows[][3] = {
            {"no object", "[]", "object"},
            {"no nodes", R"({"edges": []})", "nodes"},
            {"unknown field", R"({"nodes": [], "edges": [], "colour": 1})", "colour"},
            {"unknown node field", R"({"nodes": [{"name": "a", "operator": "ReLU", "bias": true}], "edges": []})", "\"bias\""},
            {"unknown position field", R"({"nodes": [{"name": "a", "operator": "ReLU", "position": {"z": 1}}], "edges": []})",
             "position.z"},
            {"name missing", R"({"nodes": [{"operator": "ReLU"}], "edges": []})", "name"},
            {"name with a dot", R"({"nodes": [{"name": "a.b", "operator": "ReLU"}], "edges": []})", "a.b"},
            {"same name", R"({"nodes": [{"name": "a", "operator": "ReLU"}, {"name": "a", "operator": "GELU"}], "edges": []})", "Two nodes"},
            {"null parameter", R"({"nodes": [{"name": "a", "operator": "ReLU", "parameters": {"p": null}}], "edges": []})", "parameter p"},
            {"mixed list", R"({"nodes": [{"name": "a", "operator": "ReLU", "parameters": {"p": [1, 2.5]}}], "edges": []})", "2.5"},
            {"huge number", R"({"nodes": [{"name": "a", "operator": "ReLU", "parameters": {"p": 18446744073709551615}}], "edges": []})",
             "18446744073709551615"},
            {"expression with more",
             R"({"nodes": [{"name": "a", "operator": "ReLU", "parameters": {"p": {"expression": "1", "x": 2}}}], "edges": []})", "x"},
            {"edge of one end", R"({"nodes": [], "edges": [["a.output"]]})", "two texts"},
            {"edge without port", R"({"nodes": [{"name": "a", "operator": "ReLU"}], "edges": [["a", "a.input"]]})", "\"a\""},
            {"dangling edge", R"({"nodes": [{"name": "a", "operator": "ReLU"}], "edges": [["a.output", "b.input"]]})", "node b"},
            {"two edges to a port",
             R"({"nodes": [{"name": "a", "operator": "ReLU"}, {"name": "b", "operator": "ReLU"}],
                 "edges": [["a.output", "b.input"], ["b.output", "b.input"]]})",
             "Two edges lead to b.input"},
        };
        for (const auto& row : rows) QTest::newRow(row[0]) << row[1] << row[2];
    }
    void wrongFormsAreNamed() {
        QFETCH(QString, json);
        QFETCH(QString, part);
        const std::string error = readError(json.toUtf8().constData());
        QVERIFY(!error.empty());
        QVERIFY2(QString::fromStdString(error).contains(part), error.c_str());
    }
    void endpointsAreReadAsTheyAreWritten() {
        for (const char* text : {"conv1.output", "concat.input.1", "块.输入"})
            COMPARE_TEXT(seekbench::text(endpointFromText(text).value()), text);
        for (const char* text : {"", "a", ".b", "a.", "a..1", "a.b.", "a.b.x", "a.b.-1", "a.b.1.2", "a.b.99999999999"})
            QVERIFY2(!endpointFromText(text), text);
    }
    void nodeNamesHave1To64Characters() {
        QVERIFY(bool(checkNodeName(std::string(64, 'x'))));
        QVERIFY(!checkNodeName(std::string(65, 'x')));
        QVERIFY(!checkNodeName(""));
        std::string chinese;
        for (int i = 0; i < 64; ++i) chinese += "卷";
        QVERIFY(bool(checkNodeName(chinese)));
        for (const char* name : {"a.b", "a/b", "a\n", "\x7f"}) QVERIFY(!checkNodeName(name));
    }
    void freeNamesCount() {
        Graph graph = graphOf("conv ReLU\nconv2 ReLU");
        COMPARE_TEXT(freeNodeName(graph, "conv"), "conv3");
        COMPARE_TEXT(freeNodeName(graph, "relu"), "relu");
    }
};

QTEST_APPLESS_MAIN(TestGraph)
#include "tst_graph.moc"
