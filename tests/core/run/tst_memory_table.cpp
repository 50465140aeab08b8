// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QTemporaryDir>
#include <QTest>

#include "core/run/memory_table.h"
#include "core/run/metric.h"

using namespace seekbench;

class tst_MemoryTable : public QObject {
    Q_OBJECT

    static MeasuredMemory sample() {
        MeasuredMemory memory{.step = 12, .table = {}};
        MemoryTable::Row conv{.path = "block/conv", .bytes = {}}, rest{.path = "", .bytes = {}};
        conv.bytes[MemoryCategory::Parameters] = 1280;
        conv.bytes[MemoryCategory::Activations] = 1 << 20;
        rest.bytes[MemoryCategory::Input] = 77;
        memory.table.rows = {conv, rest};
        memory.table.total += conv.bytes;
        memory.table.total += rest.bytes;
        return memory;
    }

private slots:
    void whatIsWrittenIsRead() {
        const auto read = memoryFromText(memoryToText(sample()));
        QVERIFY2(read, read ? "" : read.error().english().c_str());
        QVERIFY(*read == sample());
        QCOMPARE(read->table.find("block/conv")->bytes.total(), (1 << 20) + 1280);
        QVERIFY(read->table.find("conv") == nullptr);
    }

    void aRunKeepsAForecastUntilItIsForgotten() {
        const QTemporaryDir folder;
        const auto run = RunFolder::create(folder.filePath("run").toStdString(), Experiment(), RunNote());
        QVERIFY2(run, run ? "" : run.error().english().c_str());
        QCOMPARE(readMemoryForecast(*run).error().code(), ErrorCode::NotFound);
        QVERIFY(writeMemoryForecast(*run, sample().table));
        QVERIFY(*readMemoryForecast(*run) == sample().table);
        forgetMemoryForecast(*run);
        QCOMPARE(readMemoryForecast(*run).error().code(), ErrorCode::NotFound);
    }

    void everyCategoryHasANameALabelAndASeries() {
        for (const MemoryCategory category : kMemoryCategories) {
            QVERIFY(!nameOf(category).empty() && !labelOf(category).empty());
            QCOMPARE(std::string(seriesOf(category)), "memory." + std::string(nameOf(category)));
            QVERIFY(std::ranges::find(seriesKinds(), seriesOf(category), &SeriesKind::name) != seriesKinds().end());
        }
    }

    void aTableThatDoesNotAddUpIsRefused() {
        MeasuredMemory memory = sample();
        memory.table.total[MemoryCategory::Workspace] = 1;
        QCOMPARE(memoryFromText(memoryToText(memory)).error().code(), ErrorCode::Corrupt);
    }

    void otherFilesAreRefused() {
        QVERIFY(!memoryFromText("{}"));
        QVERIFY(!memoryFromText("no json"));
        std::string newer = memoryToText(sample());
        newer.replace(newer.find("\"version\": 1"), 12, "\"version\": 9");
        QCOMPARE(memoryFromText(newer).error().code(), ErrorCode::NewerVersion);
    }
};

QTEST_APPLESS_MAIN(tst_MemoryTable)
#include "tst_memory_table.moc"
