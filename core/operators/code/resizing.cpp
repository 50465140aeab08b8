// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/helpers.h"
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

OperatorCode padCode(const CodeSite& site) {
    Items arguments{input(0), site.list(kPad), site.option(kMode)};
    Items inCpp{input(0), site.list(kPad), site[kMode]};
    if (site.known(kMode) == std::string(kPadConstant)) {
        arguments.push_back(site.option(kValue));
        inCpp.push_back(site[kValue]);
    }
    return functionCode(either(call("F.pad", std::move(arguments)), call("torch.pad", std::move(inCpp))));
}

// Padding by less than nothing cuts off.
OperatorCode cropCode(const CodeSite& site) {
    Items widths;
    for (const CodeExpression& width : site.list(kCrop).items) {
        const auto* number = std::get_if<std::int64_t>(&width.value);
        const auto* expression = std::get_if<Expression>(&width.value);
        widths.push_back(number ? code::value(-*number) : code::value(Expression{"-(" + expression->text + ")"}));
    }
    return functionCode(
        either(call("F.pad", {input(0), code::list(widths)}), call("torch.constant_pad_nd", {input(0), code::list(widths)})));
}

OperatorCode sliceCode(const CodeSite& site) {
    const bool toTheEnd = site.known(kEnd) == kToTheEnd;
    Items numbers{site[kDim], site[kStart], site[kEnd], site.option(kStep)};
    numbers[2].standard = toTheEnd;
    numbers[2].passing = Passing::Option;
    const CodeExpression inCpp = method(input(0), "slice", numbers);
    const auto dim = site.known(kDim);
    if (!dim)
        return functionCode(either(call("torch.ops.aten.slice", {input(0), site[kDim], site[kStart], site[kEnd], site[kStep]}), inCpp));
    // x[:, 2:], and x[..., 1:-1] when the dimension is counted from the last.
    Items places;
    if (*dim < 0) places.push_back(code::value(std::string("...")));
    for (std::int64_t i = 0; i < *dim; ++i) places.push_back(code::range({}, {}, {}));
    const auto bound = [&](auto parameter, bool left) { return left ? std::nullopt : std::optional<CodeExpression>(site[parameter]); };
    places.push_back(code::range(bound(kStart, site.known(kStart) == 0), bound(kEnd, toTheEnd), bound(kStep, site.known(kStep) == 1)));
    for (std::int64_t i = *dim; i < -1; ++i) places.push_back(code::range({}, {}, {}));
    return functionCode(either(code::subscript(input(0), std::move(places)), inCpp));
}

OperatorCode splitCode(const CodeSite& site) {
    const CodeExpression extent = method(input(0), "size", {site[kDim]});
    const CodeExpression rest = infix("-", {extent, site[kSplitSize]});
    OperatorCode code = functionCode(call("torch.split", {input(0), code::list({site[kSplitSize], rest}), site.named(kDim)}));
    code.function.results = "0, 1";
    const CodeExpression zero = code::value(std::int64_t{0});
    code.cpp = CodeCall{.expression = input(0),
                        .others = {{0, method(input(0), "narrow", {site[kDim], zero, site[kSplitSize]})},
                                   {1, method(input(0), "narrow", {site[kDim], site[kSplitSize], rest})}}};
    return code;
}

// LibTorch wants a factor for each axis, and its options by constants.
const CodeHelper kUpsampleHelper{.name = "upsample",
                                 .cpp = R"(// Interpolation by whole factors: one for all axes after the channels, or one for each.
inline torch::Tensor upsample(
    const torch::Tensor& x,
    std::vector<double> factors,
    const std::string& mode,
    bool align_corners) {
    if (factors.size() == 1) factors.resize(x.dim() - 2, factors[0]);
    auto options = nn::functional::InterpolateFuncOptions().scale_factor(factors);
    if (mode == "nearest") return nn::functional::interpolate(x, options.mode(torch::kNearest));
    options.align_corners(align_corners);
    if (mode == "linear") return nn::functional::interpolate(x, options.mode(torch::kLinear));
    if (mode == "bilinear") return nn::functional::interpolate(x, options.mode(torch::kBilinear));
    return nn::functional::interpolate(x, options.mode(torch::kTrilinear));
})"};

OperatorCode upsampleCode(const CodeSite& site) {
    const CodeExpression factor = site.list(kScaleFactor);
    CodeExpression python = oneOrList(factor);
    if (const auto numbers = site.known(kScaleFactor); numbers && numbers->size() > 1) python = code::value(*numbers);
    const CodeExpression named = code::named("scale_factor", python);
    OperatorCode code = moduleCode("Upsample", {named, site.option(kMode), site.option(kAlignCorners)},
                                   call("F.interpolate", {input(0), named, site.option(kMode), site.option(kAlignCorners)}));
    code.cpp = CodeCall{call("upsample", {input(0), factor, site[kMode], site[kAlignCorners]})};
    code.helpers = {&kUpsampleHelper};
    return code;
}

}  // namespace seekbench
