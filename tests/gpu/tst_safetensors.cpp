// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <torch/torch.h>

#include <nlohmann/json.hpp>

#include "core/base/file.h"
#include "core/base/json.h"
#include "gpu/model/safetensors.h"
#include "tests/gpu/sample_models.h"
#include "tests/gpu/training/temporary_folder.h"

namespace seekbench {
namespace {

class Safetensors : public testing::Test {
protected:
    std::filesystem::path file() const { return m_folder / "weights.safetensors"; }

    // A file with this header text and so many bytes of data.
    void lay(const std::string& header, std::size_t dataBytes = 0) { lay(header.size(), header + std::string(dataBytes, '\x01')); }
    void lay(std::uint64_t length, const std::string& rest) {
        std::string bytes(reinterpret_cast<const char*>(&length), 8);
        ASSERT_TRUE(writeFileAtomically(file(), bytes + rest));
    }
    void expectRefused() {
        const auto read = readSafetensors(file());
        ASSERT_FALSE(read);
        EXPECT_NE(read.error().english().find("weights.safetensors"), std::string::npos) << read.error().english();
    }

    TemporaryFolder m_folder;
};

std::vector<NamedTensor> oneOfEachType() {
    std::vector<NamedTensor> tensors;
    for (const auto type : {at::kDouble, at::kFloat, at::kHalf, at::kBFloat16, at::kLong, at::kInt, at::kShort, at::kChar, at::kByte})
        tensors.emplace_back(std::string("t.") + at::toString(type), (torch::randn({3, 5}) * 50).to(type));
    tensors.emplace_back("scalar", torch::tensor(7, at::kLong));
    tensors.emplace_back("empty", torch::empty({0, 4}));
    tensors.emplace_back("transposed", torch::randn({4, 6}).t());
    tensors.emplace_back("卷积/weight", torch::randn({2}));
    return tensors;
}

TEST_F(Safetensors, whatWasWrittenIsReadBitForBit) {
    const auto tensors = oneOfEachType();
    ASSERT_TRUE(writeSafetensors(file(), tensors, {{"step", "5"}}));
    const auto read = must(readSafetensors(file()));
    ASSERT_EQ(read.size(), tensors.size());
    EXPECT_EQ(fingerprintOf(read), fingerprintOf(tensors));
    std::map<std::string, at::Tensor> byName(read.begin(), read.end());
    for (const auto& [name, tensor] : tensors) {
        EXPECT_EQ(byName.at(name).scalar_type(), tensor.scalar_type()) << name;
        EXPECT_TRUE(torch::equal(byName.at(name), tensor)) << name;
        EXPECT_TRUE(byName.at(name).is_contiguous()) << name;
    }
}

// The layout that other programs expect, taken apart by hand.
TEST_F(Safetensors, theFileIsLengthHeaderAndBytes) {
    ASSERT_TRUE(writeSafetensors(file(), {{"a", torch::tensor({1.5f, -2.f})}, {"b", torch::tensor({{3}, {4}}, at::kLong)}}, {{"k", "v"}}));
    const std::string bytes = must(readFile(file()));
    std::uint64_t length = 0;
    for (int i = 7; i >= 0; --i) length = length << 8 | static_cast<unsigned char>(bytes.at(static_cast<std::size_t>(i)));
    EXPECT_EQ(length % 8, 0u);
    const Json header = must(parseJson(bytes.substr(8, length)));
    EXPECT_EQ(header["__metadata__"], Json({{"k", "v"}}));
    EXPECT_EQ(header["a"], Json({{"dtype", "F32"}, {"shape", {2}}, {"data_offsets", {0, 8}}}));
    EXPECT_EQ(header["b"], Json({{"dtype", "I64"}, {"shape", {2, 1}}, {"data_offsets", {8, 24}}}));
    ASSERT_EQ(bytes.size(), 8 + length + 24);
    EXPECT_EQ(bytes.substr(8 + length, 8), std::string("\x00\x00\xc0\x3f\x00\x00\x00\xc0", 8));
    EXPECT_EQ(bytes.substr(8 + length + 8, 2), std::string("\x03\x00", 2));
}

TEST_F(Safetensors, aFileCutAnywhereIsRefused) {
    ASSERT_TRUE(writeSafetensors(file(), {{"a", torch::randn({3})}, {"b", torch::randn({2})}}));
    const std::string whole = must(readFile(file()));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        ASSERT_TRUE(writeFileAtomically(file(), whole.substr(0, length)));
        expectRefused();
    }
    ASSERT_TRUE(writeFileAtomically(file(), whole + "x"));
    expectRefused();
}

TEST_F(Safetensors, lengthsThatCannotBeAreRefusedWithoutTryingToReadThem) {
    for (const std::uint64_t length :
         {std::uint64_t{3}, std::uint64_t{1} << 32, std::uint64_t{1} << 63, ~std::uint64_t{0}, ~std::uint64_t{0} - 7}) {
        lay(length, "{}");
        expectRefused();
        EXPECT_NE(readSafetensors(file()).error().english().find("The header is said to be"), std::string::npos);
    }
}

TEST_F(Safetensors, headersThatLieAreRefused) {
    const char* lies[] = {
        "",
        "[]",
        "null",
        "7",
        "{",
        "{\"a\": 5}",
        "{\"a\": {}}",
        "\xff\xfe{}",
        R"({"a": {"dtype": "F32", "shape": [4], "data_offsets": [0, 8]}})",                         // shorter than its shape
        R"({"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 8]}})",                         // longer than its shape
        R"({"a": {"dtype": "F32", "shape": [2], "data_offsets": [8, 16]}})",                        // a gap before it
        R"({"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}})",                         // bytes left over
        R"({"a": {"dtype": "F32", "shape": [4], "data_offsets": [0, 16]}})",                        // beyond the end
        R"({"a": {"dtype": "F32", "shape": [2], "data_offsets": [8, 0]}})",                         // backwards
        R"({"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8, 8]}})",                      // three offsets
        R"({"a": {"dtype": "F32", "shape": [2], "data_offsets": [0.0, 8.0]}})",                     // not whole
        R"({"a": {"dtype": "F32", "shape": [-2], "data_offsets": [0, 8]}})",                        // negative
        R"({"a": {"dtype": "F32", "shape": 2, "data_offsets": [0, 8]}})",                           // no list
        R"({"a": {"dtype": "F99", "shape": [2], "data_offsets": [0, 8]}})",                         // unknown type
        R"({"a": {"dtype": 32, "shape": [2], "data_offsets": [0, 8]}})",                            //
        R"({"a": {"dtype": "U8", "shape": [4294967296, 4294967296, 8], "data_offsets": [0, 8]}})",  // the product is 8 modulo 2^64
        R"({"a": {"dtype": "F32", "shape": [0, 9223372036854775807, 9223372036854775807], "data_offsets": [0, 0]},
            "b": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}})",                         // strides that overflow
        R"({"a": {"dtype": "F32", "shape": [1], "data_offsets": [18446744073709551612, 0]}})",      // wraps around
        R"({"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}, "b": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}})",
        R"({"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}, "b": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}})",
    };
    for (const char* lie : lies) {
        SCOPED_TRACE(lie);
        lay(lie, 8);
        expectRefused();
    }
}

TEST_F(Safetensors, deepNestingIsRefused) {
    lay(std::string(1'000'000, '['));
    expectRefused();
    std::string nested;
    for (int i = 0; i < 100'000; ++i) nested += "{\"a\":";
    lay(nested);
    expectRefused();
}

TEST_F(Safetensors, aMissingFileAndAFolderAreRefused) {
    expectRefused();
    std::filesystem::create_directory(file());
    expectRefused();
}

TEST_F(Safetensors, aFileThatCannotBeWrittenIsAnErrorAndLeavesNothing) {
    EXPECT_FALSE(writeSafetensors(m_folder / "missing" / "weights.safetensors", oneOfEachType()));
    const at::Tensor one = torch::zeros({1});
    EXPECT_FALSE(writeSafetensors(file(), {{"a", one}, {"a", one}}));
    EXPECT_FALSE(writeSafetensors(file(), {{"__metadata__", one}}));
    EXPECT_FALSE(writeSafetensors(file(), {{"a", one.to(at::kBool)}}));
    EXPECT_FALSE(writeSafetensors(file(), {{"\xff", one}}));
    EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(Safetensors, anyPathWillDo) {
    const auto path = m_folder / "空 😀 weights.safetensors";
    ASSERT_TRUE(writeSafetensors(path, {{"a", torch::ones({2})}}));
    EXPECT_EQ(must(readSafetensors(path)).size(), 1u);
}

TEST(FingerprintOfTensors, dependsOnNamesTypesShapesAndBytesButNotOnOrderOrLayout) {
    const at::Tensor a = torch::randn({2, 3}), b = torch::randn({4});
    const std::string one = fingerprintOf(std::vector<NamedTensor>{{"a", a}, {"b", b}});
    EXPECT_EQ(fingerprintOf(std::vector<NamedTensor>{{"b", b}, {"a", a.t().contiguous().t()}}), one);
    EXPECT_NE(fingerprintOf(std::vector<NamedTensor>{{"a2", a}, {"b", b}}), one);
    EXPECT_NE(fingerprintOf(std::vector<NamedTensor>{{"a", a.view({3, 2})}, {"b", b}}), one);
    EXPECT_NE(fingerprintOf(std::vector<NamedTensor>{{"a", a.view(at::kInt)}, {"b", b}}), one);
    EXPECT_NE(fingerprintOf(std::vector<NamedTensor>{{"a", a + 1e-6}, {"b", b}}), one);
    EXPECT_NE(fingerprintOf(std::vector<NamedTensor>{{"a", a}}), one);
}

}  // namespace
}  // namespace seekbench
