// SPDX-License-Identifier: Apache-2.0
#include <random>

#include <QtTest/QtTest>

#include "gpu/executor/memory_plan.h"

using namespace seekbench::executor;

namespace {

// Two buffers that are in use at the same time and share memory; nothing when there are none.
QString collision(const std::vector<Lifetime>& buffers, const MemoryPlan& plan) {
    for (std::size_t a = 0; a < buffers.size(); ++a)
        for (std::size_t b = 0; b < a; ++b)
            if (buffers[a].first <= buffers[b].last && buffers[b].first <= buffers[a].last &&
                plan.offsets[a] < plan.offsets[b] + buffers[b].bytes && plan.offsets[b] < plan.offsets[a] + buffers[a].bytes)
                return QStringLiteral("%1 and %2").arg(a).arg(b);
    return {};
}

}  // namespace

class tst_MemoryPlan : public QObject {
    Q_OBJECT

private slots:
    void whatIsNeverUsedTogetherSharesMemory() {
        const std::vector<Lifetime> buffers{{1024, 0, 1}, {1024, 2, 3}, {512, 4, 4}};
        const MemoryPlan plan = planMemory(buffers);
        QCOMPARE(plan.bytes, std::size_t{1024});
        QCOMPARE(plan.offsets, (std::vector<std::size_t>{0, 0, 0}));
    }

    void whatIsUsedTogetherDoesNot() {
        const std::vector<Lifetime> buffers{{100, 0, 2}, {100, 2, 3}};
        const MemoryPlan plan = planMemory(buffers);
        QCOMPARE(plan.bytes, 2 * 2 * kAlignment);
        QCOMPARE(collision(buffers, plan), QString());
    }

    void aGapIsFilled() {
        // The last one fits between two that are both in use.
        const std::vector<Lifetime> buffers{{4096, 0, 9}, {2048, 0, 3}, {1024, 0, 9}, {2048, 5, 6}};
        const MemoryPlan plan = planMemory(buffers);
        QCOMPARE(plan.bytes, std::size_t{4096 + 2048 + 1024});
        QCOMPARE(collision(buffers, plan), QString());
    }

    void nothingNeedsNothing() { QCOMPARE(planMemory({}).bytes, std::size_t{0}); }

    void randomLivesNeverCollideAndWasteLittle() {
        std::mt19937 random(7);
        for (int round = 0; round < 50; ++round) {
            std::vector<Lifetime> buffers;
            for (int i = 0; i < 60; ++i) {
                const int first = static_cast<int>(random() % 100);
                buffers.push_back({1 + random() % 100000, first, first + static_cast<int>(random() % 20)});
            }
            const MemoryPlan plan = planMemory(buffers);
            QCOMPARE(collision(buffers, plan), QString());
            for (const std::size_t offset : plan.offsets) QCOMPARE(offset % kAlignment, std::size_t{0});
            QVERIFY(plan.bytes >= leastMemory(buffers));
            QVERIFY2(plan.bytes <= leastMemory(buffers) * 3 / 2, qPrintable(QString::number(plan.bytes)));
        }
    }
};

QTEST_APPLESS_MAIN(tst_MemoryPlan)
#include "tst_memory_plan.moc"
