package io.crosscare.settlement.policy.web;

import java.util.List;

/**
 * Proposals, the latest first; a region makes a handful, so there is one page.
 *
 * @param items 提案 · the proposals
 */
record PolicyProposalsResponse(List<PolicyProposalResponse> items) {}
