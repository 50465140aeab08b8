// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <cmath>
#include <limits>

#include "core/run/gradient_range.h"

using namespace seekbench;

class tst_GradientRange : public QObject {
    Q_OBJECT

    static std::vector<CurvePoint> curveOf(const std::vector<float>& values) {
        SizeCounts counts;
        counts.add(values);
        return counts.curve();
    }

private slots:
    void everyNumberIsCountedAtItsPowerOfTwo() {
        for (int power = -149; power <= 127; ++power) {
            const float value = std::ldexp(1.0f, power);
            const auto curve = curveOf({value, -std::nextafter(value * 2, 0.0f)});
            QCOMPARE(curve.size(), std::size_t{1});
            QCOMPARE(curve[0], (CurvePoint{static_cast<double>(power), 1.0}));
        }
    }

    void zerosAndWhatIsNotFiniteHavePlacesOfTheirOwn() {
        const float infinity = std::numeric_limits<float>::infinity();
        const auto curve = curveOf({0.0f, -0.0f, 3.0f, infinity, -infinity, std::nanf(""), 2.0f, 2.5f});
        QCOMPARE(curve, (std::vector<CurvePoint>{{kZeroSize, 0.25}, {1, 0.375}, {kNonFiniteSize, 0.375}}));
    }

    void placesWithoutNumbersAreDrawnAsNone() {
        QCOMPARE(sizesBetween(curveOf({0.0f, 1.0f, 1.5f, 8.0f}), -1, 2), (std::vector<CurvePoint>{{-1, 0}, {0, 0.5}, {1, 0}, {2, 0}}));
    }

    void nothingHasNoCurve() { QVERIFY(curveOf({}).empty()); }

    void halfPrecisionLosesWhatItsRangeDoesNotHold() {
        // Sixteen numbers: their shares are exact.
        const auto curve = curveOf({0.0f, -0.0f,                                   // zero
                                    0x1p-25f, -1e-20f, 0x1p-149f,                  // lost
                                    0x1p-24f, 0x1p-15f,                            // subnormal
                                    0x1p-14f, 1.0f, -3.0f, 1e-3f, 65504.0f,        // normal
                                    65536.0f, std::nanf(""), -HUGE_VALF, 1e30f});  // too large
        QCOMPARE(halfSharesOf(curve), (HalfShares{2 / 16.0, 3 / 16.0, 2 / 16.0, 5 / 16.0, 4 / 16.0}));
    }
};

QTEST_APPLESS_MAIN(tst_GradientRange)
#include "tst_gradient_range.moc"
