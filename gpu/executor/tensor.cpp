// SPDX-License-Identifier: Apache-2.0
#include "gpu/executor/tensor.h"

namespace seekbench::executor {

Layout plainLayout(const Sizes& sizes, dnnl::memory::data_type type) {
    Sizes strides(sizes.size());
    std::int64_t stride = 1;
    for (std::size_t i = sizes.size(); i-- > 0;) {
        strides[i] = stride;
        stride *= sizes[i];
    }
    return Layout(sizes, type, strides);
}

Layout channelsLastLayout(const Sizes& sizes) {
    Sizes strides(sizes.size());
    strides[1] = 1;
    std::int64_t stride = sizes[1];
    for (std::size_t i = sizes.size(); i-- > 2;) {
        strides[i] = stride;
        stride *= sizes[i];
    }
    strides[0] = stride;
    return Layout(sizes, dnnl::memory::data_type::f32, strides);
}

bool isPlain(const Layout& layout) { return layout == plainLayout(layout.dims()); }

}  // namespace seekbench::executor
