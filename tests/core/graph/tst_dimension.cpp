// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/graph/dimension.h"
#include "tests/support/graph_text.h"

using namespace seekbench;

namespace {
const Dimension n = Dimension::symbol("n"), m = Dimension::symbol("m"), unknown = Dimension::opaque("rows");
}

class TestDimension : public QObject {
    Q_OBJECT
private slots:
    void sumsOfSymbolsAreCollected() {
        COMPARE_TEXT((n + n + 1).text(), "2*n + 1");
        COMPARE_TEXT((m - n * 3 - 2).text(), "m - 3*n - 2");
        COMPARE_TEXT((Dimension(0) - n).text(), "-n");
        QCOMPARE(n + m - n, m);
        QCOMPARE((n - n).integer(), std::optional<std::int64_t>(0));
    }
    void quotientsStayAffineOnlyWhenExact() {
        COMPARE_TEXT((n * 4 + 3).dividedBy(2).text(), "2*n + 1");
        COMPARE_TEXT((n - 3).dividedBy(2).text(), "floor((n - 3)/2)");
        QVERIFY((n - 3).dividedBy(2).isOpaque());
    }
    void quotientsAreRoundedDown() {
        QCOMPARE(Dimension(-3).dividedBy(2).integer(), std::optional<std::int64_t>(-2));
        QCOMPARE(Dimension(7).dividedBy(2).integer(), std::optional<std::int64_t>(3));
        COMPARE_TEXT((n * 2 - 3).dividedBy(2).text(), "n - 2");
    }
    void productsOfSymbolsAreOpaque() {
        COMPARE_TEXT((n * m).text(), "n*m");
        COMPARE_TEXT(((n + 1) * m).text(), "(n + 1)*m");
        QVERIFY((n * m).isOpaque());
    }
    void opaqueDimensionsEqualThemselves() {
        QCOMPARE(compare(unknown, Dimension::opaque("rows")), Equality::Equal);
        QCOMPARE(compare(unknown, Dimension::opaque("columns")), Equality::Unknown);
        QCOMPARE(compare(unknown, 3), Equality::Unknown);
        QCOMPARE(unknown + 0, unknown);
        QCOMPARE(unknown * 1, unknown);
        QCOMPARE(unknown * 0, Dimension(0));
        QCOMPARE(unknown - unknown, Dimension(0));
        COMPARE_TEXT(((unknown + 1) * 2).text(), "2*(rows + 1)");
    }
    void comparisonSaysOnlyWhatIsProven() {
        QCOMPARE(compare(n, n), Equality::Equal);
        QCOMPARE(compare(n, n + 1), Equality::Different);
        QCOMPARE(compare(n, m), Equality::Unknown);
        QCOMPARE(compare(n, 64), Equality::Unknown);
        QCOMPARE(compare(Shape{n, 3}, Shape{m, 4}), Equality::Different);
        QCOMPARE(compare(Shape{n, 3}, Shape{m, 3}), Equality::Unknown);
        QCOMPARE(compare(Shape{n}, Shape{n, 1}), Equality::Different);
    }
    void bindingPutsNumbersIn() {
        QCOMPARE((n * 2 + m + 1).bound({{"n", 5}}), m + 11);
        QCOMPARE((n * 2 + m + 1).bound({{"n", 5}, {"m", 1}}).integer(), std::optional<std::int64_t>(12));
        QCOMPARE(unknown.bound({{"rows", 5}}), unknown);
    }
    void numbersBeyond64BitsBecomeOpaque() {
        const Dimension large = std::int64_t{1} << 62;
        QVERIFY((large * 4).isOpaque());
        QVERIFY((large + large).isOpaque());
        QVERIFY((n * large + n * large).isOpaque());
        QVERIFY((Dimension(INT64_MIN) - 1).isOpaque());
    }
    void descriptionsStayShort() {
        Dimension doubled = unknown;
        for (int i = 0; i < 200; ++i) doubled = doubled + doubled;
        QVERIFY(doubled.text().size() < 200);
        QCOMPARE(compare(doubled, doubled + 1), Equality::Unknown);
    }
    void shapesAreCountedAndPrinted() {
        COMPARE_TEXT(text(Shape{n, 64, 28}), "[n, 64, 28]");
        COMPARE_TEXT(text(Shape{}), "[]");
        QCOMPARE(elementCount({n, 4, 5}), n * 20);
        QCOMPARE(elementCount({}), Dimension(1));
        QVERIFY(!integers({n, 4}));
        QCOMPARE(*integers({3, 4}), (std::vector<std::int64_t>{3, 4}));
    }
};

QTEST_APPLESS_MAIN(TestDimension)
#include "tst_dimension.moc"
