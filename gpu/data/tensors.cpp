// SPDX-License-Identifier: Apache-2.0
#include "gpu/data/tensors.h"

#include <ATen/ops/from_blob.h>

namespace seekbench {
namespace {

at::Tensor toTensor(const HostTensor& host, const at::Device& device) {
    // from_blob wants a pointer to what may be written; nobody does (see the header).
    const bool isFloat = host.element == ElementType::Float;
    void* data = isFloat ? static_cast<void*>(const_cast<float*>(host.floats.data()))
                         : static_cast<void*>(const_cast<std::int64_t*>(host.integers.data()));
    const at::Tensor view = at::from_blob(data, host.sizes, at::TensorOptions(isFloat ? at::kFloat : at::kLong));
    return device.is_cpu() ? view : view.to(device);
}

}  // namespace

BatchTensors toTensors(const Batch& batch, const at::Device& device) {
    BatchTensors tensors;
    tensors.inputs.reserve(batch.inputs.size());
    for (const HostTensor& input : batch.inputs) tensors.inputs.push_back(toTensor(input, device));
    tensors.target = toTensor(batch.target, device);
    tensors.samples = batch.target.sizes.empty() ? 0 : batch.target.sizes.front();
    return tensors;
}

}  // namespace seekbench
