// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gpu/executor/kernel.h"

namespace seekbench::executor {

// A oneDNN primitive with the memory it works on.
class Call {
public:
    Call() = default;
    explicit Call(dnnl::primitive primitive) : m_primitive(std::move(primitive)) {}

    Call& with(int argument, const Layout& layout, Buffer* buffer);
    Call& weight(int argument, Weight& weight);
    Call& gradient(int argument, Weight& weight);
    // With another layout than that of the weight, but the same bytes.
    Call& weight(int argument, Weight& weight, const Layout& layout);
    Call& gradient(int argument, Weight& weight, const Layout& layout);
    Call& numbers(int argument, const Layout& layout, float* numbers);

    explicit operator bool() const { return static_cast<bool>(m_primitive); }
    void bind(const dnnl::engine& engine);
    void run(const dnnl::stream& stream) const {
        if (m_primitive) m_primitive.execute(stream, m_memory);
    }

private:
    enum class Place { Buffer, WeightData, WeightGradient, Numbers };
    struct Argument {
        int number;
        Layout layout;
        Place place;
        void* owner;
    };

    dnnl::primitive m_primitive;
    std::vector<Argument> m_arguments;
    std::unordered_map<int, dnnl::memory> m_memory;
};

Call reorder(const dnnl::engine& engine, const Layout& from, Buffer* source, const Layout& to, Buffer* destination);

// Attributes with which a primitive takes its scratch memory from the plan.
dnnl::primitive_attr planScratch();
// The name of an implementation, "jit:avx512_core".
template <class Description>
std::string implementationOf(const Description& description) {
    return description.impl_info_str();
}
// oneDNN's plain loops, many times slower than what it has for common layouts.
inline bool isSlow(std::string_view implementation) { return implementation.starts_with("ref") || implementation == "gemm:ref"; }

// A primitive on memory of its own, for measuring.
std::function<void()> workOf(const dnnl::engine& engine, const dnnl::stream& stream, const dnnl::primitive& primitive,
                             const std::vector<std::pair<int, Layout>>& arguments);
// Seconds of one call, the best of a few.
double measure(const std::function<void()>& work);
double measure(const dnnl::engine& engine, const dnnl::stream& stream, const dnnl::primitive& primitive,
               const std::vector<std::pair<int, Layout>>& arguments);
// Which of several ways is the fastest. They take turns, so that what else the machine does meets them all.
std::size_t fastestOf(const std::vector<std::function<void()>>& ways);
// What a measurement depends on, for its name: "64x32x28x28", "64x32x28x28 channels last".
std::string textOf(const Sizes& sizes);
std::string textOf(const Layout& layout);
// How often measure() was called in this process: a plan whose choices are known makes it no more.
std::int64_t measurementCount();

}  // namespace seekbench::executor
