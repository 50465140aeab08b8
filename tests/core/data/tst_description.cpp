// SPDX-License-Identifier: Apache-2.0

// What describeFile() says of files that the tests write: kinds, statistics, proposals, warnings; and that what it proposes can be opened.

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include "core/base/file.h"
#include "core/data/description/describers.h"
#include "core/data/description/file_description.h"
#include "core/data/table/table.h"
#include "core/data/text/text_dataset.h"
#include "idx_file.h"
#include "tests/support/data_files.h"

using namespace seekbench;
using namespace seekbench::test;
namespace fs = std::filesystem;

namespace {

// A BMP file of one colour.
std::string bmp(int width, int height, std::uint8_t level) {
    std::string rows;
    for (int y = 0; y < height; ++y) {
        rows.append(static_cast<std::size_t>(3 * width), static_cast<char>(level));
        rows.resize((rows.size() + 3) / 4 * 4);
    }
    return "BM" + raw<std::uint32_t>({static_cast<std::uint32_t>(54 + rows.size()), 0, 54, 40}) + raw<std::int32_t>({width, height}) +
           raw<std::uint16_t>({1, 24}) + raw<std::uint32_t>({0, static_cast<std::uint32_t>(rows.size()), 0, 0, 0, 0}) + rows;
}

std::string number(int value) { return std::to_string(value); }

}  // namespace

class tst_Description : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_next = 0;

    // Each in a folder of its own: some kinds look at what lies beside a file.
    fs::path write(const std::string& name, const std::string& content) {
        const fs::path path = folder() / name;
        writeData(path, content);
        return path;
    }
    fs::path folder() {
        const fs::path path = fs::path(m_folder.path().toStdString()) / number(m_next++);
        fs::create_directories(path);
        return path;
    }
    static FileDescription must(const fs::path& path, const DescribeOptions& options = {}) {
        auto description = describeFile(path, options);
        if (!description) qFatal("%s", description.error().english().c_str());
        return std::move(*description);
    }
    static QString refusal(const fs::path& path) {
        const auto description = describeFile(path);
        return description ? QString() : QString::fromStdString(description.error().english());
    }
    static QString warnings(const FileDescription& description) {
        QString all;
        for (const Message& warning : warningsOf(description, description.dataset, description.split))
            all += QString::fromStdString(warning.english()) + QStringLiteral("\n");
        return all;
    }
    static const ColumnFacts& column(const FileDescription& description, const std::string& name) {
        const auto found = std::ranges::find(description.columns, name, &ColumnFacts::name);
        if (found == description.columns.end()) qFatal("no column %s", name.c_str());
        return *found;
    }
    static std::string parameter(const FileDescription& description, const char* name) {
        const auto found = description.dataset.parameters.find(name);
        return found == description.dataset.parameters.end() ? std::string() : std::get<std::string>(found->second);
    }
    // What is proposed can be opened, and split as proposed.
    static void verifyUsable(const FileDescription& description) {
        const auto dataset = openDataset(description.dataset);
        QVERIFY2(dataset, dataset ? "" : dataset.error().english().c_str());
        const auto preview = previewOf(**dataset, description.split, 0);
        QVERIFY2(preview, preview ? "" : preview.error().english().c_str());
        QVERIFY(preview->train > 0 && preview->validation > 0);
    }

private Q_SLOTS:
    void statisticsOfATableAsByHand() {
        const auto description =
            must(write("t.csv", "a,colour,day,empty\n1,red,2024-01-02,\n2,blue,2024-01-01,\n4,red,2024-01-05,\nNA,red,2024-01-03,\n"));
        QCOMPARE(description.kind, std::string("csv"));
        QCOMPARE(description.rows, 4);
        const ColumnFacts& a = column(description, "a");
        QCOMPARE(a.type, ColumnType::Number);
        QCOMPARE(a.count, 3);
        QCOMPARE(a.missing, 1);
        QCOMPARE(a.distinct, 3);
        QCOMPARE(*a.minimum, 1.0);
        QCOMPARE(*a.maximum, 4.0);
        QCOMPARE(*a.mean, 7.0 / 3);
        QVERIFY(std::abs(*a.deviation - std::sqrt(14.0 / 9)) < 1e-12);
        QVERIFY(a.isWhole && !a.countsRows);
        const ColumnFacts& colour = column(description, "colour");
        QCOMPARE(colour.type, ColumnType::Category);
        QVERIFY((colour.classes == std::vector<ClassCount>{{"blue", 1}, {"red", 3}}));
        const ColumnFacts& day = column(description, "day");
        QCOMPARE(day.type, ColumnType::Date);
        QCOMPARE(*day.maximum - *day.minimum, 4.0 * 86400);
        QCOMPARE(column(description, "empty").missing, 4);
        QCOMPARE(description.firstRows.size(), std::size_t{4});
        QCOMPARE(description.firstRows[1][1], std::string("blue"));
    }

    // The types are those that the data set will have.
    void typesAgreeWithTheReader() {
        std::string late = "x,y,z\n";
        for (int i = 0; i < 5000; ++i) late += number(i) + ",word" + number(i) + "," + (i == 4999 ? "word" : number(i % 7)) + "\n";
        for (const std::string& text : {late, std::string("a;b\n20240101;1\n20240102;x\n"), std::string("p\tq\n1e400\t2\n3\t-inf\n")}) {
            const fs::path path = write("t.csv", text);
            const auto table = readTable(path, {});
            QVERIFY(table);
            const auto description = must(path);
            QCOMPARE(description.columns.size(), table->columns.size());
            QCOMPARE(description.rows, table->rows);
            for (std::size_t i = 0; i < table->columns.size(); ++i) {
                QCOMPARE(description.columns[i].type, table->columns[i].type);
                QCOMPARE(description.columns[i].name, table->columns[i].name);
                QCOMPARE(description.columns[i].missing, table->columns[i].missing);
            }
        }
    }

    void manyDifferentValuesAreEstimated() {
        std::string text = "v,w\n";
        for (int i = 0; i < 30000; ++i) text += number(i * 7 % 20011) + "," + number(i % 500) + "\n";
        const auto description = must(write("t.csv", text));
        QVERIFY(!description.columns[0].distinctIsExact && description.columns[1].distinctIsExact);
        QVERIFY(std::abs(static_cast<double>(description.columns[0].distinct) / 20011 - 1) < 0.08);  // three standard errors and more
        QCOMPARE(description.columns[1].distinct, 500);
    }

    void proposesTargetColumnsAndSplit() {
        std::string text = "row,patient_id,size,label\n";
        for (int i = 0; i < 100; ++i)
            text += number(i + 1) + ",p" + number(i / 4) + "," + number(i * 37 % 101) + "," + (i % 3 ? "ill" : "well") + "\n";
        const auto description = must(write("t.csv", text));
        QCOMPARE(parameter(description, "target"), std::string("label"));
        QCOMPARE(parameter(description, "group_column"), std::string("patient_id"));
        QCOMPARE(parameter(description, "ignored"), std::string("row"));
        QCOMPARE(description.split.method, Split::Method::ByGroup);
        verifyUsable(description);
        // Another target: no classes any more.
        const auto other = must(description.path, {.target = "size"});
        QCOMPARE(parameter(other, "target"), std::string("size"));
        QVERIFY(!describeFile(description.path, {.target = "weight"}));
    }

    void rowsWithDatesAreSplitByTime() {
        std::string text = "day,x,y\n";
        for (int i = 0; i < 60; ++i)
            text += "2024-0" + number(1 + i / 28) + "-" + (i % 28 < 9 ? "0" : "") + number(1 + i % 28) + "," + number(i * 31 % 17) + "," +
                    number(i * 5 % 23) + ".5\n";
        const auto description = must(write("t.csv", text));
        QCOMPARE(parameter(description, "time_column"), std::string("day"));
        QCOMPARE(description.split.method, Split::Method::ByTime);
        verifyUsable(description);
        Choice without = description.dataset;
        without.parameters.erase("time_column");
        bool told = false;
        for (const Message& warning : warningsOf(description, without, {}))
            told |= warning.english().find("choose the time column") != std::string::npos;
        QVERIFY(told);
    }

    void leaksAreNamedAndInnocentColumnsAreNot() {
        std::string text = "copy,code,margin,honest,target\n";
        for (int i = 0; i < 200; ++i) {
            const int target = i * 13 % 7 < 3 ? 1 : 0;
            text += number(target ? 5 : 2) + "," + (target ? "yes" : "no") + "," + number(target * 1000 + i * 29 % 900) + "," +
                    number(i * 17 % 50) + "," + number(target) + "\n";
        }
        const QString found = warnings(must(write("t.csv", text)));
        QVERIFY(found.contains("\"copy\" tells the target"));
        QVERIFY(found.contains("\"code\" tells the target"));
        QVERIFY(found.contains("\"margin\" alone part the classes"));
        QVERIFY(!found.contains("\"honest\""));
        std::string values = "twice,noise,target\n";
        for (int i = 0; i < 200; ++i)
            values += number(2 * (i * 31 % 97)) + ".5," + number(i * 7 % 13) + "," + number(i * 31 % 97) + ".25\n";
        const QString more = warnings(must(write("v.csv", values)));
        QVERIFY(more.contains("\"twice\" is almost a copy"));
        QVERIFY(!more.contains("noise"));
    }

    void warnsOfConstantMissingRareAndRepeated() {
        std::string text = "same,gaps,x,y\n";
        for (int i = 0; i < 300; ++i)
            text += "7," + (i % 3 ? std::string() : number(i)) + "," + number(i * 7 % 211) + "," + (i < 4 ? "rare" : "usual") + "\n";
        text += "7,,1,usual\n7,,1,usual\n";
        auto description = must(write("t.csv", text));
        QCOMPARE(parameter(description, "ignored"), std::string("same"));
        QString found = warnings(description);
        QVERIFY(found.contains("\"gaps\" lacks 202 of 302 values"));
        QVERIFY(found.contains("\"rare\" has 4 rows only"));
        QVERIFY(found.contains("copies of an earlier row"));
        QVERIFY(!found.contains("\"same\""));
        description.dataset.parameters.erase("ignored");
        QVERIFY(warnings(description).contains("\"same\" has the same value"));
    }

    void columnsWithAwkwardNamesAreCalledByNumber() {
        const auto description = must(write("t.csv", "\"a,b\",c,x\n1,2,u\n3,4,v\n"));
        QCOMPARE(wordFor(description, 0), std::string("1"));
        QCOMPARE(columnCalled(description, "1"), std::optional<std::size_t>(0));
        QCOMPARE(columnCalled(description, "x"), std::optional<std::size_t>(2));
        QVERIFY(!columnCalled(description, "9"));
    }

    void chineseNamesAndGbk() {
        const fs::path path = folder() / fs::path(std::u8string(u8"数据 表.csv"));
        std::string text = "年龄,类别\n";
        for (int i = 0; i < 40; ++i) text += number(20 + i * 7 % 31) + (i % 2 ? ",好\n" : ",坏\n");
        writeData(path, text);
        const auto description = must(path);
        QCOMPARE(parameter(description, "target"), std::string("类别"));
        verifyUsable(description);
        // 年龄,类别 in GBK.
        std::string gbk = "\xC4\xEA\xC1\xE4,\xC0\xE0\xB1\xF0\n";
        for (int i = 0; i < 40; ++i) gbk += number(20 + i * 7 % 31) + (i % 2 ? ",\xBA\xC3\n" : ",\xBB\xB5\n");
        const auto same = must(write("gbk.csv", gbk));
        QVERIFY(same.columns == description.columns);
    }

    void knowsPricesTextsAndTablesApart() {
        std::string prices = "日期,开盘,最高,最低,收盘,成交量\n";
        for (int i = 0; i < 40; ++i)
            prices += "2024-" + std::string(i < 28 ? "01-" : "02-") + (i % 28 < 9 ? "0" : "") + number(i % 28 + 1) + ",10," +
                      number(12 + i % 3) + ",9," + number(10 + i % 3) + ",100\n";
        const auto market = must(write("p.csv", prices));
        QCOMPARE(market.kind, std::string("prices"));
        QCOMPARE(market.rows, 40);
        QCOMPARE(*column(market, "close").maximum, 12.0);
        QCOMPARE(market.split.method, Split::Method::ByTime);
        const auto asTable = must(market.path, {.kind = "csv"});
        QCOMPARE(asTable.kind, std::string("csv"));
        QVERIFY(std::ranges::find(market.otherKinds, "csv") != market.otherKinds.end());
        std::string prose;
        for (int i = 0; i < 60; ++i)
            prose += "It was, in a way, the best of times" + std::string(static_cast<std::size_t>(i % 3), ',') + " and the worst.\n";
        const auto text = must(write("book.txt", prose));
        QCOMPARE(text.kind, std::string("text"));
        QCOMPARE(text.rows, static_cast<std::int64_t>(prose.size()));
        QVERIFY(text.text.starts_with("It was"));
        verifyUsable(text);
        QCOMPARE(must(write("numbers.txt", "1 2 3\n4 5 6\n7 8 9\n")).kind, std::string("text"));
        QCOMPARE(must(write("numbers.dat", "1;2;3\n4;5;6\n7;8;9\n")).kind, std::string("csv"));
        QCOMPARE(must(write("one.csv", "x\n1\n2\n")).kind, std::string("csv"));
    }

    void arraysFindTheirPartners() {
        const fs::path place = folder();
        std::string inputs, targets;
        for (int i = 0; i < 30; ++i) {
            inputs += raw<float>({static_cast<float>(i), 1, 2, -3});
            targets += raw<std::int64_t>({i % 3});
        }
        writeData(place / "x_train.npy", npyOf("<f4", false, "(30, 4)", inputs));
        writeData(place / "y_train.npy", npyOf("<i8", false, "(30,)", targets));
        for (const fs::path& chosen : {place, place / "x_train.npy"}) {
            const auto description = must(chosen);
            QCOMPARE(description.kind, std::string("npy"));
            QCOMPARE(description.rows, 30);
            QCOMPARE(parameter(description, "target"), std::string("class"));
            QCOMPARE(*column(description, "x_train").minimum, -3.0);
            QVERIFY((column(description, "y_train").classes == std::vector<ClassCount>{{"0", 10}, {"1", 10}, {"2", 10}}));
            verifyUsable(description);
        }
        const auto alone = must(write("x.npy", npyOf("<f4", false, "(30, 4)", inputs)));
        QVERIFY(warnings(alone).contains("no array of targets"));
    }

    void idxFilesWithTheirLabels() {
        const fs::path place = folder();
        std::string pixels, labels;
        for (int i = 0; i < 40; ++i) {
            pixels += std::string(16, static_cast<char>(i));
            labels += static_cast<char>(i % 4);
        }
        writeData(place / "train-images-idx3-ubyte", idxText({40, 4, 4}, pixels));
        writeData(place / "train-labels-idx1-ubyte", idxText({40}, labels));
        for (const fs::path& chosen : {place, place / "train-images-idx3-ubyte", place / "train-labels-idx1-ubyte"}) {
            const auto description = must(chosen);
            QCOMPARE(description.kind, std::string("idx"));
            QCOMPARE(std::get<std::int64_t>(description.dataset.parameters.at("classes")), 4);
            QVERIFY(std::abs(std::get<double>(description.dataset.parameters.at("mean")) - 19.5 / 255) < 1e-4);
            QVERIFY(description.preview.samples.size() == 16);
            verifyUsable(description);
        }
    }

    void foldersOfPictures() {
        const fs::path place = folder();
        for (const char* name : {"猫", "dog"})
            for (int i = 0; i < 10; ++i) {
                fs::create_directories(place / name);
                writeData(place / name / (number(i) + ".bmp"), bmp(20, 24, static_cast<std::uint8_t>(i)));
            }
        writeData(place / "dog" / "broken.png", "no picture");
        const auto description = must(place);
        QCOMPARE(description.kind, std::string("image_folder"));
        QCOMPARE(description.rows, 21);
        QVERIFY((description.columns.front().classes == std::vector<ClassCount>{{"dog", 11}, {"猫", 10}}));
        QVERIFY(warnings(description).contains("1 of the pictures looked at cannot be read"));
        QCOMPARE(description.preview.samples.size(), std::size_t{8});
        fs::remove(place / "dog" / "broken.png");
        verifyUsable(must(place));
        QVERIFY(refusal(place / "dog" / "0.bmp").contains("single picture"));
    }

    void volumesWithAndWithoutMask() {
        const fs::path place = folder();
        std::string voxels, mask;
        for (int i = 0; i < 8 * 8 * 8; ++i) {
            voxels += raw<std::int16_t>({static_cast<std::int16_t>(i % 100)});
            mask += raw<std::int16_t>({static_cast<std::int16_t>(i % 5 == 0)});
        }
        const std::string head = "ObjectType = Image\nNDims = 3\nDimSize = 8 8 8\nElementType = MET_SHORT\nElementDataFile = LOCAL\n";
        writeData(place / "scan.mha", head + voxels);
        QVERIFY(warnings(must(place / "scan.mha")).contains("no masks"));
        writeData(place / "scan_mask.mha", head + mask);
        for (const fs::path& chosen : {place / "scan.mha", place}) {
            const auto description = must(chosen);
            QCOMPARE(description.kind, std::string("volume_segmentation"));
            QCOMPARE(*column(description, "scan.mha").maximum, 99.0);
            verifyUsable(description);
        }
    }

    void strangersAreRefusedWithOneSentence() {
        const std::pair<std::string, QString> files[] = {{"", "empty"},
                                                         {"PAR1....", "Parquet"},
                                                         {std::string("\x89HDF\r\n\x1a\n", 8), "HDF5"},
                                                         {std::string("PK\x03\x04", 4) + std::string(60, '\0'), "zip archive"},
                                                         {"%PDF-1.4", "PDF"},
                                                         {std::string("\x01\x02\x00\x03", 4) + std::string(600, '\0'), "no file of a kind"},
                                                         {std::string("\0\0\x08\x01\xFF\xFF\xFF\xFF", 8), "4294967295"},
                                                         {std::string("\x93NUMPY\x01\0\xFF\xFF", 10), "NumPy"},
                                                         {std::string("\x1F\x8B\x08\0\0\0\0\0\0\xFFxx", 12), "cannot be read"}};
        for (const auto& [content, words] : files) {
            const QString sentence = refusal(write("file.dat", content));
            QVERIFY2(sentence.contains(words), qPrintable(sentence));
        }
        QVERIFY(refusal(write("t.csv", "a,b\n1,2\n3\n")).contains("Line 3 has 1 cells and not 2"));
        QVERIFY(refusal(folder()).contains("holds no data"));
        QVERIFY(refusal("/nowhere/at all").contains("no file or folder"));
        QVERIFY(!describeFile(write("t.csv", "a,b\n1,2\n"), {.kind = "parquet"}));
    }

    void readingCanBeCancelled() {
        std::string text = "a,b\n";
        for (int i = 0; i < 60000; ++i) text += number(i) + ",2\n";
        const fs::path path = write("t.csv", text);
        int calls = 0;
        double last = -1;
        QVERIFY(describeFile(path, {}, [&](double done) {
            ++calls;
            if (done < last || done > 1) qFatal("progress goes back");
            last = done;
            return true;
        }));
        QVERIFY(calls > 3);
        int left = 2;
        const auto stopped = describeFile(path, {}, [&](double) { return left-- > 0; });
        QVERIFY(!stopped && stopped.error() == cancelled());
    }

    // Every kind of data set that is read from files is described, and the words of the table are ids of the registry.
    void everyKindWithAPathIsDescribed() {
        for (const DatasetKind& kind : datasetKinds()) {
            const bool hasPath = std::ranges::any_of(kind.kind.parameters, [](const ParameterSpec& spec) {
                return !spec.standard && (spec.name == "path" || spec.name == "folder" || spec.name == "inputs" || spec.name == "images" ||
                                          spec.name == "train_images");
            });
            if (hasPath)
                QVERIFY2(std::ranges::find(describers(), kind.kind.id, &Describer::kind) != describers().end(),
                         std::string(kind.kind.id).c_str());
        }
        for (const Describer& describer : describers()) QVERIFY(findDatasetKind(describer.kind));
    }
};

QTEST_GUILESS_MAIN(tst_Description)
#include "tst_description.moc"
