// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <optional>

#include "core/data/dataset.h"
#include "core/data/idx.h"

namespace seekbench {

// The four files of a data set of labelled grey images; without test files the test part is empty.
struct ImageFiles {
    std::filesystem::path trainImages, trainLabels;
    std::optional<std::filesystem::path> testImages, testLabels;  // both or none
};

// Grey images with labels, kept as the bytes of their files and turned into floats when they are read:
// (x/255 − mean)/deviation.
class LabelledImages final : public Dataset {
public:
    struct Options {
        double mean = 0, deviation = 1;
        std::int64_t classes = 10;
        std::vector<std::string> classNames;
    };

    // Reads the files. Errors name the file when images and labels do not fit together.
    static Result<std::unique_ptr<Dataset>> open(const ImageFiles& files, Options options);

    const SampleSpec& spec() const override { return m_spec; }
    std::int64_t size(Part part) const override { return static_cast<std::int64_t>(pairOf(part).labels.bytes.size()); }
    void read(Part part, std::span<const std::int64_t> indices, Batch& batch) const override;
    std::string fingerprint() const override { return m_fingerprint; }

private:
    struct Pair {
        ByteArray images;  // (sample, row, column)
        ByteArray labels;  // (sample)
    };
    static Result<Pair> readPair(const std::filesystem::path& images, const std::filesystem::path& labels, std::int64_t classes);
    LabelledImages(Pair train, Pair test, Options options);
    const Pair& pairOf(Part part) const { return part == Part::Train ? m_train : m_test; }

    Pair m_train, m_test;
    SampleSpec m_spec;
    std::array<float, 256> m_normalised;  // byte → float: exact, and faster than dividing
    std::string m_fingerprint;
};

// The rows of the registry.
DatasetKind fashionMnistKind();
DatasetKind idxKind();

}  // namespace seekbench
