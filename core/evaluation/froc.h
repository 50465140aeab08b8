// SPDX-License-Identifier: Apache-2.0
#pragma once

// Free-response receiver operating characteristic: the share of objects found over the mean number of false positives per scan, for all
// thresholds on the score of a detection. The score is the mean sensitivity at 1/8, 1/4, 1/2, 1, 2, 4 and 8 false positives per scan
// (LUNA16; Setio et al. 2017).

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/evaluation/curves.h"

namespace seekbench {

inline constexpr std::array<double, 7> kFrocRates{0.125, 0.25, 0.5, 1, 2, 4, 8};  // false positives per scan

// Adds up scan after scan. A value.
class Froc {
public:
    // One scan or a part of it. `score` is the foreground probability of every position, `target` a mask of the same extents (one to
    // three). A detection is a candidate of candidatesOf(): a hill of the probability, however high, so that the curve goes on below the
    // threshold at which a mask would be drawn. It hits the true object in which its centre lies; what hits none is a false positive. So
    // a map that says the same everywhere finds nothing. An object that is hit by several detections counts once, with the best of
    // their scores; the others are no false positives.
    void add(std::span<const float> score, std::span<const std::uint8_t> target, std::span<const std::int64_t> extents);
    // Once for each scan, however many parts it was added in.
    void countScan() { ++m_scans; }

    std::int64_t scans() const { return m_scans; }
    std::int64_t objects() const { return m_objects; }

    // x: false positives per scan, y: sensitivity; rising. Empty without scans or objects.
    std::vector<CurvePoint> curve() const;
    // The highest sensitivity with at most `rate` false positives per scan.
    double sensitivityAt(double rate) const;
    // Its mean over kFrocRates. NaN without scans or objects.
    double score() const;

    // All of it as numbers, for a checkpoint.
    std::vector<double> state() const;
    static Froc fromState(std::span<const double> state);
    bool operator==(const Froc&) const = default;

private:
    std::vector<double> m_hits;         // best score of each object that was found
    std::vector<double> m_falseAlarms;  // score of each false positive
    std::int64_t m_objects = 0, m_scans = 0;
};

}  // namespace seekbench
