// SPDX-License-Identifier: Apache-2.0
#include "core/run/evaluation.h"

#include <algorithm>
#include <span>

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/run/byte_fields.h"

namespace seekbench {
namespace {

constexpr std::string_view kMagic = "SEEKEVAL";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kHeader = 8 + 4 + 4 + 8;
constexpr std::size_t kLargestFile = std::size_t{64} << 20;

std::uint32_t checksum(std::string_view bytes) { return crc32c(std::as_bytes(std::span(bytes.data(), bytes.size()))); }

std::filesystem::path fileOf(const RunFolder& folder) { return folder.artifactsFolder() / "evaluation"; }

Error damaged() {
    return Error(ErrorCode::Corrupt, say("The file of pictures is damaged."), say("The next validation of the run writes it anew."));
}

template <class Item, class Write>
void putList(std::string& out, const std::vector<Item>& items, Write write) {
    put(out, static_cast<std::uint32_t>(items.size()));
    for (const Item& item : items) write(item);
}

// `bytesEach`: the least that an item takes.
template <class Item, class Read>
void takeList(ByteFields& fields, std::vector<Item>& items, std::size_t bytesEach, Read read) {
    const std::size_t count = fields.takeCount(bytesEach);
    for (std::size_t i = 0; i < count && fields.whole(); ++i) items.push_back(read());
}

void putBox(std::string& out, const Box& box) {
    for (const float value : {box.x, box.y, box.width, box.height}) put(out, value);
}
Box takeBox(ByteFields& fields) {
    Box box;
    for (float* value : {&box.x, &box.y, &box.width, &box.height}) *value = fields.takeFloat();
    return box;
}

void putBytes(std::string& out, const std::vector<std::uint8_t>& bytes) { out.append(bytes.begin(), bytes.end()); }
std::vector<std::uint8_t> takeBytes(ByteFields& fields, std::size_t count) {
    const std::string bytes = fields.text(count);
    return {bytes.begin(), bytes.end()};
}

void write(std::string& out, const Evaluation& evaluation) {
    put(out, evaluation.step);
    put(out, evaluation.epoch);
    put(out, static_cast<std::uint8_t>(evaluation.part == Part::Test));
    putList(out, evaluation.curves, [&](const EvaluationCurve& curve) {
        put(out, std::string_view(curve.id));
        putList(out, curve.points, [&](const CurvePoint& point) {
            put(out, static_cast<float>(point.x));
            put(out, static_cast<float>(point.y));
        });
    });
    putList(out, evaluation.masks, [&](const MaskPicture& mask) {
        put(out, mask.index);
        put(out, mask.slice);
        put(out, mask.height);
        put(out, mask.width);
        for (const auto* bytes : {&mask.picture, &mask.target, &mask.predicted}) putBytes(out, *bytes);
    });
    putList(out, evaluation.boxes, [&](const BoxPicture& picture) {
        put(out, picture.index);
        putList(out, picture.truth, [&](const TrueBox& truth) {
            putBox(out, truth.box);
            put(out, truth.kind);
        });
        putList(out, picture.detections, [&](const Detection& detection) {
            putBox(out, detection.box);
            put(out, detection.kind);
            put(out, detection.score);
        });
    });
    putList(out, evaluation.forecasts, [&](const ForecastPicture& forecast) {
        put(out, forecast.index);
        put(out, static_cast<std::uint32_t>(forecast.actual.size()));
        for (std::size_t i = 0; i < forecast.actual.size(); ++i) {
            put(out, forecast.actual[i]);
            put(out, forecast.predicted[i]);
        }
    });
    putList(out, evaluation.texts, [&](const SampledText& text) {
        put(out, std::string_view(text.prompt));
        put(out, std::string_view(text.continuation));
    });
    putList(out, evaluation.worst, [&](const WorstSample& sample) {
        put(out, sample.index);
        put(out, sample.loss);
    });
}

Evaluation read(ByteFields& fields) {
    Evaluation result;
    result.step = fields.take<std::int64_t>();
    result.epoch = fields.take<std::int64_t>();
    result.part = fields.take<std::uint8_t>() != 0 ? Part::Test : Part::Train;
    takeList(fields, result.curves, 8, [&] {
        EvaluationCurve curve{fields.takeText(), {}};
        takeList(fields, curve.points, 8, [&] {
            const float x = fields.takeFloat();
            return CurvePoint{x, fields.takeFloat()};
        });
        return curve;
    });
    takeList(fields, result.masks, 16, [&] {
        MaskPicture mask;
        mask.index = fields.take<std::int64_t>();
        mask.slice = fields.take<std::int32_t>();
        mask.height = fields.take<std::uint16_t>();
        mask.width = fields.take<std::uint16_t>();
        for (auto* bytes : {&mask.picture, &mask.target, &mask.predicted})
            *bytes = takeBytes(fields, std::size_t{mask.height} * mask.width);
        return mask;
    });
    takeList(fields, result.boxes, 16, [&] {
        BoxPicture picture{fields.take<std::int64_t>(), {}, {}};
        takeList(fields, picture.truth, 20, [&] {
            const Box box = takeBox(fields);
            return TrueBox{box, fields.take<std::int32_t>()};
        });
        takeList(fields, picture.detections, 24, [&] {
            const Box box = takeBox(fields);
            const auto kind = fields.take<std::int32_t>();
            return Detection{box, kind, fields.takeFloat()};
        });
        return picture;
    });
    takeList(fields, result.forecasts, 12, [&] {
        ForecastPicture forecast{fields.take<std::int64_t>(), {}, {}};
        const std::size_t count = fields.takeCount(8);
        for (std::size_t i = 0; i < count; ++i) {
            forecast.actual.push_back(fields.takeFloat());
            forecast.predicted.push_back(fields.takeFloat());
        }
        return forecast;
    });
    takeList(fields, result.texts, 8, [&] {
        std::string prompt = fields.takeText();
        return SampledText{std::move(prompt), fields.takeText()};
    });
    takeList(fields, result.worst, 12, [&] {
        const auto index = fields.take<std::int64_t>();
        return WorstSample{index, fields.takeFloat()};
    });
    return result;
}

}  // namespace

const EvaluationCurve* Evaluation::curve(std::string_view id) const {
    const auto found = std::ranges::find(curves, id, &EvaluationCurve::id);
    return found == curves.end() ? nullptr : &*found;
}

void EvaluationHistory::append(Evaluation evaluation) {
    std::erase_if(validations, [&](const Evaluation& other) { return other.step >= evaluation.step; });
    validations.push_back(std::move(evaluation));
    if (validations.size() > kMostValidations) validations.erase(validations.begin());
}

std::string evaluationsToBytes(const EvaluationHistory& history) {
    std::string body;
    putList(body, history.classNames, [&](const std::string& name) { put(body, std::string_view(name)); });
    putList(body, history.validations, [&](const Evaluation& evaluation) { write(body, evaluation); });
    std::string bytes(kMagic);
    put(bytes, kVersion);
    put(bytes, checksum(body));
    put(bytes, static_cast<std::uint64_t>(body.size()));
    return bytes + body;
}

Result<EvaluationHistory> evaluationsFromBytes(std::string_view bytes) {
    if (!bytes.starts_with(kMagic)) return damaged();
    ByteFields header(bytes.substr(kMagic.size()));
    const auto version = header.take<std::uint32_t>();
    if (header.whole() && version > kVersion)
        return Error(ErrorCode::NewerVersion, say("The pictures were written by a newer Seekbench (format %1).", version),
                     say("Install the newer version to see them."));
    const auto crc = header.take<std::uint32_t>();
    const auto length = header.take<std::uint64_t>();
    if (!header.whole() || version == 0 || length != bytes.size() - kHeader || checksum(bytes.substr(kHeader)) != crc) return damaged();
    ByteFields body(bytes.substr(kHeader));
    EvaluationHistory history;
    takeList(body, history.classNames, 4, [&] { return body.takeText(); });
    takeList(body, history.validations, 41, [&] { return read(body); });
    if (!body.atEnd()) return damaged();
    return history;
}

Result<void> addEvaluation(const RunFolder& folder, const std::vector<std::string>& classNames, Evaluation evaluation) {
    EvaluationHistory history;
    if (auto before = readEvaluations(folder)) history = std::move(*before);
    history.classNames = classNames;
    history.append(std::move(evaluation));
    if (auto made = makeFolder(folder.artifactsFolder()); !made) return made.error().in(say("writing the pictures"));
    if (auto written = writeFileAtomically(fileOf(folder), evaluationsToBytes(history)); !written)
        return written.error().in(say("writing the pictures"));
    return {};
}

Result<EvaluationHistory> readEvaluations(const RunFolder& folder) {
    auto bytes = readFile(fileOf(folder), kLargestFile);
    if (!bytes) return bytes.error().in(say("reading the pictures"));
    auto history = evaluationsFromBytes(*bytes);
    if (!history) return history.error().in(say("reading the pictures"));
    return history;
}

}  // namespace seekbench
