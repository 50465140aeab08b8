// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the last validations of a run showed, as far as it can be drawn or read: artifacts/evaluation of a run folder, rewritten after every
// validation. Answers of classifiers sample by sample are in predictions.h.
//
// The file, little endian; "list" is a u32 count and so many items, "text" a u32 length and UTF-8 bytes:
//   magic "SEEKEVAL", u32 version (1), u32 crc32c of the body, u64 length of the body, body:
//   list of class names (text), list of validations, the oldest first; each:
//   i64 step, i64 epoch, u8 part (0 train, 1 test),
//   list of curves: text id, list of points (f32 x, f32 y);
//   list of masks: i64 index, i32 slice, u16 height, u16 width, then height × width bytes each of the picture, the true and the said
//   classes; list of boxes: i64 index, list of true (f32 × 4, i32 class), list of said (f32 × 4, i32 class, f32 score); list of forecasts:
//   i64 index, list of f32 pairs (true, said); list of texts: text prompt, text continuation; list of worst samples: i64 index, f32 loss.
// A newer version is refused; so is a file whose length or checksum is not right. Benefit: one read shows how pictures grow during
// training, and no dataset is needed for masks. Downside: rewritten whole, so its size is bounded: kMostValidations, and masks up to 256 ×
// 256.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/data/dataset.h"
#include "core/evaluation/boxes.h"
#include "core/evaluation/curves.h"
#include "core/run/run_folder.h"

namespace seekbench {

// Ids of curves.
inline constexpr std::string_view kPrecisionRecallCurve = "precision_recall";  // x: recall, y: precision
inline constexpr std::string_view kCostCurve = "cost";                         // x: share of the cost of misses, y: normalised cost
// Sizes of the gradients of the newest update, see gradient_range.h: as they are, and multiplied by the loss scale. x: power of two, y: share.
inline constexpr std::string_view kGradientCurve = "gradient_range", kScaledGradientCurve = "scaled_gradient_range";
inline constexpr std::string_view kFrocCurve = "froc";                         // x: false positives per scan, y: sensitivity

struct EvaluationCurve {
    std::string id;
    std::vector<CurvePoint> points;
    bool operator==(const EvaluationCurve&) const = default;
};

// A picture, or one slice of a volume, with its masks; row-major, height × width bytes each.
struct MaskPicture {
    static constexpr std::uint8_t kIgnored = 255;  // in `target`: a position that does not count

    std::int64_t index = 0;   // of the sample in its part of the dataset
    std::int32_t slice = -1;  // along the first extent of a volume; −1: a picture
    std::uint16_t height = 0, width = 0;
    std::vector<std::uint8_t> picture;            // grey, from the darkest 0 to the lightest 255
    std::vector<std::uint8_t> target, predicted;  // classes; 0 is background
    bool operator==(const MaskPicture&) const = default;
};

struct BoxPicture {
    std::int64_t index = 0;
    std::vector<TrueBox> truth;
    std::vector<Detection> detections;
    bool operator==(const BoxPicture&) const = default;
};

struct ForecastPicture {
    std::int64_t index = 0;
    std::vector<float> actual, predicted;  // of equal sizes
    bool operator==(const ForecastPicture&) const = default;
};

struct SampledText {
    std::string prompt, continuation;
    bool operator==(const SampledText&) const = default;
};

struct WorstSample {
    std::int64_t index = 0;
    float loss = 0;
    bool operator==(const WorstSample&) const = default;
};

// What one validation showed. A value.
struct Evaluation {
    std::int64_t step = 0, epoch = 0;  // when; the epoch counted from 1
    Part part = Part::Train;           // of the dataset, where the indices point
    std::vector<EvaluationCurve> curves;
    std::vector<MaskPicture> masks;
    std::vector<BoxPicture> boxes;
    std::vector<ForecastPicture> forecasts;
    std::vector<SampledText> texts;
    std::vector<WorstSample> worst;  // the highest loss first

    bool empty() const { return curves.empty() && masks.empty() && boxes.empty() && forecasts.empty() && texts.empty() && worst.empty(); }
    const EvaluationCurve* curve(std::string_view id) const;  // nullptr: not there
    bool operator==(const Evaluation&) const = default;
};

struct EvaluationHistory {
    static constexpr std::size_t kMostValidations = 12;

    std::vector<std::string> classNames;  // English source text; may be empty
    std::vector<Evaluation> validations;  // the newest last

    // Takes the place of any validation at this step or later, which a resumed run repeats; the oldest give way.
    void append(Evaluation evaluation);
    bool operator==(const EvaluationHistory&) const = default;
};

std::string evaluationsToBytes(const EvaluationHistory& history);
// Errors: NewerVersion, Corrupt; each says what was found.
Result<EvaluationHistory> evaluationsFromBytes(std::string_view bytes);

// Adds a validation to those in the folder; written aside and renamed: a reader sees the old or the new file. A file that cannot be
// read is begun anew.
Result<void> addEvaluation(const RunFolder& folder, const std::vector<std::string>& classNames, Evaluation evaluation);
// NotFound before the first validation, and for runs that have nothing to show.
Result<EvaluationHistory> readEvaluations(const RunFolder& folder);

}  // namespace seekbench
