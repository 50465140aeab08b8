// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/data/dataset.h"

namespace seekbench {

// Datasets that are computed sample by sample when they are read, so that they take no memory. Equal parameters give equal samples on
// every platform. What is true of them is written here, so that a model's score can be compared with the best there can be.

// Card payments. A sample is the last `length` payments of a customer, oldest first; the class is whether the last one is a fraud.
// Features of a payment: amount (1 = what the customer usually pays), days since the payment before, sine and cosine of the hour,
// abroad (0 or 1), card present (0 or 1).
//
// The rule: a fraud's last payment is abroad, without the card, less than an hour (1/24 day) after the one before, and its amount is above
// 3. Honest payments have each of these at times, also several, but never all four as the last one. A share `hidden` of the frauds
// look honest and cannot be found: the best recall is 1 − hidden, without one false alarm. Of each 1/fraud_share samples one is a fraud.
// Customers have `per_customer` samples each; test customers are others than training customers.
DatasetKind generatedTransactionsKind();

// Three views of the same thing, to be brought together: a picture (1, 16, 16) of a shape, eight words about it, a tone (1, 256). A thing
// has a shape (circle, square, triangle, cross), a size, is filled or hollow, bright or dark, and stands at one of 4 x 4 places: 512
// things in all, each of which can come more than once, so that not every pair of samples can be told apart. All eight words and both
// frequencies of the tone follow from these; noise is added to picture and tone. The target is the index of the sample.
DatasetKind generatedPairsKind();

}  // namespace seekbench
