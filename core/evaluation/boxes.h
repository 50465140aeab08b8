// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace seekbench {

// A box in shares of the picture's width and height.
struct Box {
    float x = 0, y = 0, width = 0, height = 0;  // x and y of the centre
    bool operator==(const Box&) const = default;
};

struct TrueBox {
    Box box;
    std::int32_t kind = 0;  // its class
    bool operator==(const TrueBox&) const = default;
};

struct Detection {
    Box box;
    std::int32_t kind = 0;  // its class
    float score = 0;
    bool operator==(const Detection&) const = default;
};

// Common area over the area that either covers; 0 for two empty boxes.
double intersectionOverUnion(const Box& a, const Box& b);

// Greedy non-maximum suppression: the detection with the highest score stays and takes away those of its class that overlap it by more
// than `overlap`; and so on. At most `most` stay, by falling score.
std::vector<Detection> withoutDoubles(std::vector<Detection> detections, double overlap, std::size_t most);

// Mean average precision over the pictures added. In each picture detections are taken by falling score; one is right when the true box
// of its class that it overlaps most, by at least 0.5, is not taken yet (Pascal VOC, Everingham 2010). The average precision of a
// class is the area under its precision over recall, precision made to fall (all points, VOC since 2010). A value.
class BoxPrecision {
public:
    static constexpr double kOverlap = 0.5;

    void add(std::vector<Detection> detections, std::span<const TrueBox> truth);

    // Of one class; NaN when it has no true box.
    double averagePrecision(std::int32_t kind) const;
    // Over the classes with a true box; NaN when there is none.
    double mean() const;

    std::vector<double> state() const;
    static BoxPrecision fromState(std::span<const double> state);
    bool operator==(const BoxPrecision&) const = default;

private:
    struct Answer {
        double score = 0;
        std::int32_t kind = 0;
        bool right = false;
        bool operator==(const Answer&) const = default;
    };
    std::vector<Answer> m_answers;
    std::vector<std::int64_t> m_truths;  // true boxes by class
};

}  // namespace seekbench
