package io.crosscare.filing.lodging.web;

import java.time.LocalDate;
import java.util.List;

/**
 * The filing rules for filings that begin on a day.
 *
 * @param on 备案起始日 · first day of a filing, a day in China
 * @param items 各统筹区规则 · region by region
 */
record FilingRulesResponse(LocalDate on, List<RegionRulesResponse> items) {}
