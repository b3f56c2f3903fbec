package io.crosscare.settlement.policy.web;

import java.util.List;

/**
 * All policies that match; a region has a handful, so there is one page.
 *
 * @param items 政策 · the policies
 */
record PolicyListResponse(List<PolicySummaryResponse> items) {}
