// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numeric>

#include "core/data/loader.h"
#include "core/data/table/table.h"
#include "core/data/table/table_dataset.h"
#include "idx_file.h"

using namespace seekbench;

namespace {

using Rows = std::vector<std::vector<std::string>>;

// The rows of `text`, given to the parser in pieces of `piece` bytes; nothing when it is refused.
std::optional<Rows> rowsOf(std::string_view text, std::size_t piece, char delimiter = ',') {
    Rows rows;
    CsvParser parser(delimiter, [&](const CsvRow& row) -> Result<void> {
        rows.emplace_back(row.cells.begin(), row.cells.end());
        return {};
    });
    while (!text.empty()) {
        if (!parser.feed(text.substr(0, piece))) return std::nullopt;
        text.remove_prefix(std::min(piece, text.size()));
    }
    if (!parser.finish()) return std::nullopt;
    return rows;
}

std::vector<std::int64_t> firstIndices(std::int64_t count) {
    std::vector<std::int64_t> indices(static_cast<std::size_t>(count));
    std::iota(indices.begin(), indices.end(), 0);
    return indices;
}

}  // namespace

class TableTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string path(const char* name = "table.csv") const { return m_folder.path().toStdString() + "/" + name; }

    Result<Table> read(const std::string& text, const TableOptions& options = {}) {
        writePlain(path(), text);
        return readTable(path(), options);
    }
    QString refusal(const std::string& text, const TableOptions& options = {}) {
        const auto table = read(text, options);
        return table ? QString() : QString::fromStdString(table.error().english());
    }
    Result<std::unique_ptr<Dataset>> open(const std::string& text, ParameterValues parameters = {}) {
        writePlain(path(), text);
        parameters["path"] = path();
        return openDataset({"csv", parameters});
    }
    static Batch batchOf(const Dataset& dataset) {
        Batch batch;
        dataset.read(Part::Train, firstIndices(dataset.size(Part::Train)), batch);
        return batch;
    }

private slots:
    // RFC 4180, one byte at a time as well as at once.
    void cellsAreSplitAsTheStandardSays() {
        const std::pair<std::string, Rows> cases[] = {
            {"a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}}},
            {"a,b\nc,d", {{"a", "b"}, {"c", "d"}}},
            {"a\rb\r", {{"a"}, {"b"}}},
            {"\n\na,\n\n", {{"a", ""}}},
            {"\"a,b\",\"c\"\"d\"\n", {{"a,b", "c\"d"}}},
            {"\"two\nlines\",x\n", {{"two\nlines", "x"}}},
            {"\"\",\n", {{"", ""}}},
            {"in\"side,\"\"\"\"\n", {{"in\"side", "\""}}},
        };
        for (const auto& [text, rows] : cases)
            for (const std::size_t piece : {std::size_t{1}, std::size_t{2}, std::size_t{1000}})
                QVERIFY2(rowsOf(text, piece) == rows, text.c_str());
    }

    void wrongQuotesAreRefusedWithTheirLine() {
        QVERIFY(refusal("a,b\n1,2\n\"x\"y,3\n").contains("Line 3"));
        QVERIFY(refusal("a,b\n1,2\n\"x,3\n").contains("line 3"));
    }

    void typesAreFoundFromAllCells() {
        std::string text = "number,word,day,late,none\n";
        for (int i = 0; i < 3000; ++i) text += "1.5,red,2024-01-31," + std::string(i == 2999 ? "x" : "7") + ",\n";
        const auto table = read(text);
        QVERIFY(table);
        const ColumnType expected[] = {ColumnType::Number, ColumnType::Category, ColumnType::Date, ColumnType::Category,
                                       ColumnType::Number};
        for (std::size_t i = 0; i < std::size(expected); ++i) QCOMPARE(table->columns.at(i).type, expected[i]);
        QCOMPARE(table->columns[2].times.front(), std::int64_t{1706659200});
        QCOMPARE(table->columns[3].words, (std::vector<std::string>{"7", "x"}));
        QCOMPARE(table->columns[4].missing, 3000);
        QCOMPARE(table->rows, 3000);
    }

    void whatIsMissingIsKnown() {
        const auto table = read("a,b\n1,x\nNA,\nnan,?\n-inf,null\n1e300,y\n");
        QVERIFY(table);
        QCOMPARE(table->columns[0].type, ColumnType::Number);
        QCOMPARE(table->columns[0].missing, 4);  // also what no float can hold
        QVERIFY(std::isnan(table->columns[0].numbers[3]) && std::isnan(table->columns[0].numbers[4]));
        QCOMPARE(table->columns[1].codes, (std::vector<std::int32_t>{0, -1, -1, -1, 1}));
    }

    void delimitersHeadersAndMarksAreFound() {
        for (const char delimiter : {',', ';', '\t', '|'}) {
            std::string text = "\xEF\xBB\xBFname;size\nbig;1\nsmall;2\n";
            std::ranges::replace(text, ';', delimiter);
            const auto table = read(text);
            QVERIFY(table);
            QCOMPARE(table->delimiter, delimiter);
            QVERIFY(table->hasHeader);
            QCOMPARE(table->columns[0].name, std::string("name"));
        }
        const auto bare = read("1,2\n3,4\n");
        QVERIFY(!bare->hasHeader);
        QCOMPARE(bare->rows, 2);
        QCOMPARE(bare->columns[1].name, std::string("column_2"));
    }

    void twoColumnsOfOneNameAreToldApart() {
        const auto table = read("a,a\n1,2\n");
        QCOMPARE(table->columns[1].name, std::string("column_2"));
        QCOMPARE(table->find("a"), std::optional(std::size_t{0}));
        QCOMPARE(table->find("2"), std::optional(std::size_t{1}));
        QVERIFY(!table->find("3") && !table->find("0") && !table->find("b"));
    }

    void gzipAndGbkAreRead() {
        writeGzip(path("t.csv.gz"), "a,b\n1,2\n");
        QVERIFY(readTable(path("t.csv.gz"), {}));
        const auto table = read("\xC3\xFB\xB3\xC6,b\n\xB4\xF3,2\n");  // 名称, 大
        QVERIFY2(table, table ? "" : table.error().english().c_str());
        QCOMPARE(table->encoding, TextEncoding::Gbk);
        QCOMPARE(table->columns[0].name, std::string("名称"));
        QCOMPARE(table->columns[0].words.at(0), std::string("大"));
        QVERIFY(refusal("a,b\n\xC3\xFB,2\n", {.encoding = TextEncoding::Utf8}).contains("UTF-8"));
    }

    void rowsOfAnotherWidthAreRefusedWithTheirLine() {
        QVERIFY(refusal("a,b\n1,2\n3\n").contains("Line 3 has 1 cells and not 2"));
        QVERIFY(refusal("sizes,1\na,b\n1,2\n3,4,5\n", {.skipLines = 1}).contains("Line 4 has 3 cells and not 2"));
    }

    void hostileFilesAreRefused() {
        QVERIFY(refusal(std::string("a,b\n1,\0\n", 8)).contains("no text file"));
        QVERIFY(refusal(std::string(3 << 20, 'x')).contains("longer than"));
        QVERIFY(refusal("a,b\n" + std::string(40000, ',') + "\n").contains("more than"));
        QVERIFY(!refusal("").isEmpty());
        QVERIFY(!refusal("only,names\n", {.header = Header::Yes}).isEmpty());
        std::string many = "a\n";
        for (int i = 0; i < 200; ++i) many += "1\n";
        QVERIFY(refusal(many, {.mostCells = 100}).contains("more than 100 cells"));
        QVERIFY(!readTable(m_folder.path().toStdString(), {}));
    }

    void readingCanBeCancelledAndTellsHowFarItIs() {
        std::string text = "a,b\n";
        while (text.size() < (3 << 20)) text += "1,2\n";
        writePlain(path(), text);
        double last = 0;
        int calls = 0;
        QVERIFY(readTable(path(), {}, [&](double done) { return ++calls, last = std::max(last, done), true; }));
        QVERIFY(calls > 10 && last > 0.9);
        const auto stopped = readTable(path(), {}, [&](double) { return false; });
        QVERIFY(!stopped && QString::fromStdString(stopped.error().english()).contains("cancelled"));
    }

    void tooManyWordsAreFreeText() {
        std::string text = "a,b\n";
        for (int i = 0; i < 100; ++i) text += "word" + std::to_string(i) + ",1\n";
        QCOMPARE(read(text, {.mostWords = 50})->columns[0].type, ColumnType::Text);
        QCOMPARE(read(text, {.mostWords = 50})->columns[0].codes.size(), std::size_t{0});
    }

    void featuresAreScaledWordsAreSpreadAndMissingIsMarked() {
        const auto dataset = open("age,colour,label\n1,red,no\n3,blue,yes\n,red,no\n");
        QVERIFY2(dataset, dataset ? "" : dataset.error().english().c_str());
        QCOMPARE((*dataset)->spec().classNames, (std::vector<std::string>{"no", "yes"}));
        const Batch batch = batchOf(**dataset);
        QCOMPARE(batch.inputs[0].sizes, (std::vector<std::int64_t>{3, 4}));
        // age, age is missing, blue, red: mean 2, deviation 1
        QCOMPARE(batch.inputs[0].floats, (std::vector<float>{-1, 0, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1}));
        QCOMPARE(batch.target.integers, (std::vector<std::int64_t>{0, 1, 0}));
    }

    // Scaling is that of the fitted samples, whatever the others hold.
    void scalingKnowsTheTrainingSamplesOnly() {
        const auto batchWith = [&](const std::string& last) {
            auto dataset = open("a,y\n1,0\n3,1\n" + last + ",1\n");
            (*dataset)->fit(Part::Train, std::vector<std::int64_t>{0, 1});
            Batch batch;
            (*dataset)->read(Part::Train, std::vector<std::int64_t>{0, 1}, batch);
            return batch;
        };
        QCOMPARE(batchWith("5").inputs[0].floats, (std::vector<float>{-1, 1}));
        QCOMPARE(batchWith("5"), batchWith("1000000"));
    }

    void missingBecomesTheMedianWhereAsked() {
        const auto dataset = open("a,y\n1,0\n2,1\n9,0\n,1\n", {{"missing", std::string("median")}});
        const Batch batch = batchOf(**dataset);
        QCOMPARE(batch.inputs[0].floats[6], batch.inputs[0].floats[2]);  // as the row with 2
    }

    void taskFollowsFromTheTarget() {
        QCOMPARE((*open("a,y\n1,0\n2,1\n3,1\n"))->spec().targetKind, TargetKind::Class);
        QCOMPARE((*open("a,y\n1,0.5\n2,1\n3,1\n"))->spec().targetKind, TargetKind::Values);
        QCOMPARE((*open("a,y\n1,0\n2,1\n3,1\n", {{"task", std::string("value")}}))->spec().target.shape, (Shape{1}));
        QVERIFY(!open("a,y\n1,x\n2,z\n", {{"task", std::string("value")}}));
        QVERIFY(!open("a,y\n1,x\n2,x\n"));
        QVERIFY(!open("a,y\n1,x\n2,z\n", {{"target", std::string("b")}}));
        const auto first = open("y,a\n0,1\n1,2\n", {{"target", std::string("1")}});
        QCOMPARE((*first)->spec().inputs[0].shape, (Shape{1}));
    }

    void rareWordsShareAFeature() {
        const auto dataset = open("w,y\na,0\na,1\nb,0\nb,1\nc,0\nd,1\n", {{"categories", std::int64_t{3}}});
        const Batch batch = batchOf(**dataset);
        QCOMPARE(batch.inputs[0].sizes[1], 3);
        QCOMPARE(std::vector<float>(batch.inputs[0].floats.end() - 6, batch.inputs[0].floats.end()),
                 (std::vector<float>{0, 0, 1, 0, 0, 1}));
    }

    void rowsAreInTheOrderOfTheirTime() {
        const auto dataset = open("day,a,y\n2024-03-01,3,1\n2024-01-01,1,0\n2024-02-01,2,1\n", {{"time_column", std::string("day")}});
        QVERIFY((*dataset)->spec().inTime);
        QCOMPARE(batchOf(**dataset).target.integers, (std::vector<std::int64_t>{0, 1, 1}));
        QVERIFY(!open("day,y\n2024-03-01,1\n,0\n", {{"time_column", std::string("day")}}));
    }

    void groupsStayTogether() {
        std::string text = "customer,a,y\n";
        for (int i = 0; i < 100; ++i)
            text += std::to_string(123456789 + i / 10) + "," + std::to_string(i) + "," + std::to_string(i % 2) + "\n";
        const auto dataset = open(text, {{"group_column", std::string("customer")}});
        QVERIFY2(dataset, dataset ? "" : dataset.error().english().c_str());
        QCOMPARE((*dataset)->spec().inputs[0].shape, (Shape{1}));
        const auto split = splitIndices(**dataset, {.share = 0.2, .method = Split::Method::ByGroup}, 0);
        QVERIFY(split);
        QCOMPARE(split->validation.size(), std::size_t{20});
        for (const std::int64_t held : split->validation)
            for (const std::int64_t trained : split->train)
                QVERIFY((*dataset)->groupOf(Part::Train, held) != (*dataset)->groupOf(Part::Train, trained));
    }

    void sklearnsTablesAreReadWhereInstalled() {
        const std::string folder = "/usr/lib/python3/dist-packages/sklearn/datasets/data/";
        if (!std::filesystem::exists(folder)) QSKIP("Debian's package python3-sklearn is not installed.");
        const auto cancer = openDataset({"csv", {{"path", folder + "breast_cancer.csv"}, {"skip_lines", std::int64_t{1}}}});
        QVERIFY2(cancer, cancer ? "" : cancer.error().english().c_str());
        QCOMPARE((*cancer)->spec().inputs[0].shape, (Shape{30}));
        QCOMPARE((*cancer)->size(Part::Train), 569);
        const auto labels = batchOf(**cancer).target.integers;
        QCOMPARE(std::accumulate(labels.begin(), labels.end(), std::int64_t{0}), 357);  // benign ones
        const auto digits = openDataset({"csv", {{"path", folder + "digits.csv.gz"}}});
        QVERIFY2(digits, digits ? "" : digits.error().english().c_str());
        QCOMPARE((*digits)->size(Part::Train), 1797);
        QCOMPARE((*digits)->spec().classes, 10);
        QCOMPARE((*digits)->spec().inputs[0].shape, (Shape{64}));
    }
};

QTEST_APPLESS_MAIN(TableTest)
#include "tst_table.moc"
