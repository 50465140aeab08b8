// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <cmath>
#include <string_view>

#include "core/evaluation/boxes.h"
#include "core/evaluation/candidates.h"
#include "core/evaluation/components.h"
#include "core/evaluation/froc.h"

using namespace seekbench;

class tst_Objects : public QObject {
    Q_OBJECT

    using Mask = std::vector<std::uint8_t>;
    // '#' is an object.
    static Mask mask(std::string_view text) {
        Mask values;
        for (const char c : text) values.push_back(c == '#');
        return values;
    }
    static bool near(double a, double b) { return std::abs(a - b) < 1e-12; }

private slots:
    void cornersConnectAndGapsPart() {
        const std::vector<std::int64_t> extents{3, 4};
        const Components parts = componentsOf(mask("#..#"
                                                   ".#.#"
                                                   "...."),
                                              extents);
        QCOMPARE(parts.count, 2);
        QCOMPARE(parts.labels[0], parts.labels[5]);
        QCOMPARE(parts.labels[3], parts.labels[7]);
        QCOMPARE(parts.labels[11], 0);
    }

    void rowsDoNotConnectAroundTheEdge() {
        QCOMPARE(componentsOf(mask("..##.."), std::vector<std::int64_t>{2, 3}).count, 2);
        QCOMPARE(componentsOf(mask("..##.."), std::vector<std::int64_t>{6}).count, 1);
    }

    void aWholeVolumeIsOnePart() {
        const Components whole = componentsOf(Mask(30 * 30 * 30, 1), std::vector<std::int64_t>{30, 30, 30});
        QCOMPARE(whole.count, 1);
        QCOMPARE(componentsOf(mask("#......#"), std::vector<std::int64_t>{2, 2, 2}).count, 1);  // touch at a corner
        QCOMPARE(componentsOf(mask("#.......#"), std::vector<std::int64_t>{1, 1, 9}).count, 2);
    }

    void frocAsByHand() {
        Froc froc;
        const std::vector<std::int64_t> line{9};
        // Scan 1: two objects; one is found with 0.9, a false alarm scores 0.8. Scan 2: one object, found by two detections.
        froc.add(std::vector<float>{.9f, .7f, 0, 0, 0, .8f, 0, 0, 0}, mask("#......##"), line);
        froc.countScan();
        froc.add(std::vector<float>{.6f, 0, .75f, 0, 0, 0, 0, .5f, 0}, mask("###......"), line);
        froc.countScan();
        QCOMPARE(froc.objects(), 3);
        QCOMPARE(froc.scans(), 2);
        // Falling scores: 0.9 hit (0 false alarms per scan, 1/3), 0.8 false (1/2), 0.75 hit (1/2, 2/3), 0.5 false (1, 2/3).
        QVERIFY((froc.curve() == std::vector<CurvePoint>{{0, 0}, {0, 1.0 / 3}, {0.5, 1.0 / 3}, {0.5, 2.0 / 3}, {1, 2.0 / 3}}));
        QVERIFY(near(froc.sensitivityAt(0.25), 1.0 / 3) && near(froc.sensitivityAt(0.5), 2.0 / 3) && near(froc.sensitivityAt(8), 2.0 / 3));
        QVERIFY(near(froc.score(), (2 * (1.0 / 3) + 5 * (2.0 / 3)) / 7));
        QVERIFY(Froc::fromState(froc.state()) == froc);
    }

    void aMaskThatCoversEverythingFindsNothing() {
        Froc froc;
        froc.add(std::vector<float>(9, 0.9f), mask("#.......#"), std::vector<std::int64_t>{9});
        froc.countScan();
        QVERIFY(near(froc.score(), 0));
        QVERIFY((froc.curve() == std::vector<CurvePoint>{{0, 0}, {1, 0}}));
    }

    void theCentreOfAVolumeIsWhereItsScoresAre() {
        // Extents 2 × 3 × 4: at the level 0.9 the hill is (1, 1, 1) to (1, 1, 3), its weight lies nearest to (1, 1, 2).
        const std::vector<std::int64_t> extents{2, 3, 4};
        std::vector<float> score(24, 0.0f);
        Mask target(24, 0);
        const auto at = [](std::size_t z, std::size_t y, std::size_t x) { return (z * 3 + y) * 4 + x; };
        score[at(1, 1, 1)] = score[at(1, 1, 2)] = 0.90f;
        score[at(1, 1, 3)] = 0.94f;
        target[at(1, 1, 2)] = 1;
        Froc froc;
        froc.add(score, target, extents);
        froc.countScan();
        QVERIFY(near(froc.score(), 1));
    }

    // A line of 12: a faint hill of 0.3, two steep ones (0.97 and 0.91) with a saddle of 0.6 between them, and noise of 0.06.
    void hillsAreCandidatesAtEveryLevel() {
        const std::vector<float> line{0, 0.3f, 0, 0.6f, 0.97f, 0.6f, 0.6f, 0.91f, 0.6f, 0, 0.06f, 0};
        const std::vector<std::int64_t> extents{12};
        const auto candidates = candidatesOf(line, extents);
        QCOMPARE(candidates.size(), std::size_t{4});
        const double places[] = {4, 7, 1, 10};
        const float scores[] = {0.97f, 0.91f, 0.3f, 0.06f};
        for (std::size_t i = 0; i < 4; ++i) {
            QVERIFY(near(candidates[i].centre[0], places[i]));
            QVERIFY(near(candidates[i].score, double{scores[i]}));
        }
        // The mask above one half is a single part with its centre between the two objects: it would have found neither.
        Froc froc;
        froc.add(line, mask(".#..#..#...."), extents);
        froc.countScan();
        QCOMPARE(froc.objects(), 3);
        // Falling scores: 0.97 hit, 0.91 hit, 0.3 hit (the faint object), 0.06 false.
        QVERIFY((froc.curve() == std::vector<CurvePoint>{{0, 0}, {0, 1.0 / 3}, {0, 2.0 / 3}, {0, 1}, {1, 1}}));
        QVERIFY(near(froc.score(), 1));
    }

    void noMoreCandidatesThanAnybodyLooksAt() {
        std::vector<float> noise(2001);
        for (std::size_t i = 0; i < noise.size(); ++i) noise[i] = i % 2 ? 0.5f + 0.0001f * static_cast<float>(i) : 0;
        const auto candidates = candidatesOf(noise, std::vector<std::int64_t>{2001});
        QCOMPARE(candidates.size(), kMostCandidates);
        QVERIFY(near(candidates.front().score, double{noise[1999]}));
        QVERIFY(candidatesOf(std::vector<float>(8, 0.001f), std::vector<std::int64_t>{2, 2, 2}).empty());
    }

    void frocWithoutObjectsIsNoNumber() {
        QVERIFY(std::isnan(Froc().score()));
        QVERIFY(Froc::fromState({}) == Froc());
    }

    void overlapOfBoxes() {
        const Box whole{0.5f, 0.5f, 1, 1}, left{0.25f, 0.5f, 0.5f, 1}, right{0.75f, 0.5f, 0.5f, 1};
        QVERIFY(near(intersectionOverUnion(whole, left), 0.5));
        QVERIFY(near(intersectionOverUnion(left, right), 0));
        QVERIFY(near(intersectionOverUnion(left, left), 1));
        QVERIFY(near(intersectionOverUnion({}, {}), 0));
    }

    void doublesGiveWayToTheBest() {
        const Box a{0.25f, 0.5f, 0.5f, 1}, shifted{0.3f, 0.5f, 0.5f, 1}, far{0.8f, 0.5f, 0.2f, 1};
        const auto kept = withoutDoubles({{shifted, 0, 0.6f}, {a, 0, 0.9f}, {shifted, 1, 0.5f}, {far, 0, 0.1f}}, 0.5, 9);
        QCOMPARE(kept.size(), std::size_t{3});
        QVERIFY(kept[0].score == 0.9f && kept[1].kind == 1 && kept[2].score == 0.1f);
        QCOMPARE(withoutDoubles({{a, 0, 0.9f}, {far, 0, 0.1f}}, 0.5, 1).size(), std::size_t{1});
    }

    void meanPrecisionOfBoxesAsByHand() {
        const Box a{0.25f, 0.5f, 0.5f, 1}, b{0.75f, 0.5f, 0.5f, 1}, nowhere{0.5f, 0.05f, 0.1f, 0.1f};
        BoxPrecision precision;
        const std::vector<TrueBox> truth{{a, 0}, {b, 0}};
        // Right at 0.9, wrong at 0.8, a second one for the same box at 0.7 is wrong, right at 0.6.
        precision.add({{a, 0, 0.9f}, {nowhere, 0, 0.8f}, {a, 0, 0.7f}, {b, 0, 0.6f}}, truth);
        // 1/2 · 1 + 1/2 · 2/4.
        QVERIFY(near(precision.averagePrecision(0), 0.75));
        precision.add({{a, 2, 0.5f}}, std::vector<TrueBox>{{b, 2}});
        QVERIFY(near(precision.averagePrecision(2), 0) && std::isnan(precision.averagePrecision(1)));
        QVERIFY(near(precision.mean(), 0.375));
        QVERIFY(BoxPrecision::fromState(precision.state()) == precision);
        QVERIFY(std::isnan(BoxPrecision().mean()));
    }
};

QTEST_APPLESS_MAIN(tst_Objects)
#include "tst_objects.moc"
