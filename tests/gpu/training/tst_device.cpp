// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include "gpu/cuda/plugin_loader.h"
#include "gpu/data/tensors.h"
#include "gpu/training/device.h"
#include "gpu/training/process_memory.h"
#include "gpu/training/tensor_memory.h"
#include "tests/gpu/training/temporary_folder.h"

using namespace seekbench;

namespace {

CudaPlugin pluginWith(int (*count)()) {
    return {.version = kCudaPluginVersion,
            .deviceCount = count,
            .deviceName = nullptr,
            .memory = nullptr,
            .synchronize = nullptr,
            .problem = [] { return "no driver"; }};
}

}  // namespace

TEST(Device, namesThatAreNoDeviceAreRefused) {
    for (const char* text : {"", "gpu", "cuda", "cuda:", "cuda:x", "cuda:-1", "cuda:0x", "CPU"})
        EXPECT_EQ(TrainingDevice::open(text).error().code(), ErrorCode::InvalidInput) << text;
}

TEST(Device, determinismIsAskedOfTorchAndTakenBack) {
    useDeterminism(true);
    EXPECT_TRUE(at::globalContext().deterministicAlgorithms());
    EXPECT_FALSE(at::globalContext().deterministicAlgorithmsWarnOnly());
    useDeterminism(false);
    EXPECT_FALSE(at::globalContext().deterministicAlgorithms());
}

TEST(Device, slowPrecisionsAreNotedWhereTheyAreSlow) {
    const bool fast = __builtin_cpu_supports("avx512bf16") != 0;
    EXPECT_EQ(precisionNote(Precision::BFloat16, at::kCPU).has_value(), !fast);
    EXPECT_EQ(precisionNote(Precision::Float32, at::kCPU), std::nullopt);
    EXPECT_EQ(precisionNote(Precision::BFloat16, at::kCUDA), std::nullopt);
}

TEST(Device, cudaWithoutThePluginIsRefusedWithASentence) {
    const auto missing = loadCudaPlugin({"/nowhere/libseekbench_cuda.so"});
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().english(),
              "This Seekbench was built without CUDA. Set the experiment's device to \"cpu\", or use a Seekbench built with CUDA.");
}

TEST(Device, aCudaDeviceThatIsNotThereIsRefusedWithASentence) {
    const CudaPlugin two = pluginWith([] { return 2; }), none = pluginWith([] { return 0; });
    EXPECT_TRUE(checkCudaDevice(two, 1));
    EXPECT_NE(checkCudaDevice(two, 2).error().english().find("the last one is cuda:1"), std::string::npos);
    EXPECT_NE(checkCudaDevice(none, 0).error().english().find("no driver"), std::string::npos);
}

TEST(Device, theProcessorIsSharedAndACardIsNot) {
    const TemporaryRuntime runtime;
    const auto cpu = lockDevice("cpu"), cpuToo = lockDevice("cpu"), card = lockDevice("cuda:0"), otherCard = lockDevice("cuda:1");
    EXPECT_TRUE(cpu && cpuToo && card && otherCard);
    const auto again = lockDevice("cuda:0");
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code(), ErrorCode::Busy);
    EXPECT_NE(again.error().english().find(std::to_string(::getpid())), std::string::npos);
}

TEST(Device, restoredGeneratorsDrawTheSameNumbersAgain) {
    const auto device = TrainingDevice::open("cpu");
    at::manual_seed(3);
    (void)at::randn({5});  // an odd count of normal numbers leaves one in the generator's cache
    const std::string state = device->generatorState();
    const at::Tensor first = at::randn({7});
    ASSERT_TRUE(device->restoreGenerators(state));
    EXPECT_TRUE(at::randn({7}).equal(first));
}

TEST(Device, aStateThatIsNoneIsRefused) {
    const auto device = TrainingDevice::open("cpu");
    for (const char* state : {"", "zz", "00ff"}) EXPECT_EQ(device->restoreGenerators(state).error().code(), ErrorCode::Corrupt) << state;
}

TEST(Device, useThreadsReachesTorch) {
    useThreads(2);
    EXPECT_EQ(at::get_num_threads(), 2);
    useThreads(1);
    EXPECT_EQ(at::get_num_threads(), 1);
}

TEST(TensorMemory, countsWhatTensorsHold) {
    const at::Tensor before = at::zeros({1000});
    const TensorMemory memory;
    EXPECT_EQ(memory.bytes(), 0);
    {
        const at::Tensor tensor = at::zeros({1 << 18});
        EXPECT_GE(memory.bytes(), 1 << 20);
        EXPECT_LT(memory.bytes(), (1 << 20) + 4096);
    }
    EXPECT_EQ(memory.bytes(), 0);
}

TEST(ProcessMemory, sees64MegabytesThatAreTouched) {
    ProcessMemory memory;
    const double before = memory.bytes(0);
    EXPECT_GT(before, 1e6);
    const std::vector<char> touched(64 << 20, 1);
    EXPECT_EQ(memory.bytes(0.01), before);  // not read again so soon
    EXPECT_GT(memory.bytes(0.1), before + (60 << 20));
}

TEST(Tensors, aBatchOnTheProcessorIsNotCopied) {
    Batch batch;
    batch.inputs.push_back({.element = ElementType::Float, .sizes = {2, 3}, .floats = {1, 2, 3, 4, 5, 6}, .integers = {}});
    batch.target = {.element = ElementType::Integer, .sizes = {2}, .floats = {}, .integers = {7, 8}};
    const BatchTensors tensors = toTensors(batch, at::kCPU);
    EXPECT_EQ(tensors.samples, 2);
    EXPECT_EQ(tensors.inputs.at(0).data_ptr(), batch.inputs[0].floats.data());
    EXPECT_EQ(tensors.inputs[0][1][0].item<float>(), 4);
    EXPECT_EQ(tensors.target.scalar_type(), at::kLong);
    EXPECT_EQ(tensors.target[1].item<std::int64_t>(), 8);
}
