package io.crosscare.settlement.catalogue;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Confidence;
import io.crosscare.settlement.benefit.model.Wording;
import java.time.LocalDate;

/** What a catalogue's document says of the whole, above its items. */
public record CatalogueFacts(
        RegionCode region, Wording title, LocalDate effectiveFrom, Confidence confidence, String source) {}
