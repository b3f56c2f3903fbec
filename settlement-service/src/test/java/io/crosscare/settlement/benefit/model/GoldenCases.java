package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import io.crosscare.chassis.region.RegionCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The golden settlements, read into the model: each line is an item of its own in a catalogue version of its case. */
public final class GoldenCases {

    private static final JsonNode FILE = read();

    private GoldenCases() {}

    private static JsonNode read() {
        try (InputStream file = GoldenCases.class.getResourceAsStream("/golden/settlements.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Golden> all() {
        List<Golden> cases = new ArrayList<>();
        FILE.path("cases").forEach(node -> cases.add(new Golden(node)));
        return cases;
    }

    public static Golden named(String id) {
        return all().stream()
                .filter(golden -> golden.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public static JsonNode reversal() {
        return FILE.path("reversal");
    }

    /** One case. */
    public record Golden(JsonNode node) {

        public String id() {
            return input().path("id").asString();
        }

        public JsonNode input() {
            return node.path("case");
        }

        public long expected(String field) {
            return node.path("expected").path(field).asLong();
        }

        public List<String> figuresUsed() {
            return node.path("figures_used")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
        }

        public Bill bill() {
            List<FeeLine> lines = new ArrayList<>();
            for (JsonNode line : input().path("lines")) {
                int number = lines.size() + 1;
                long fen = line.path("fen").asLong();
                lines.add(new FeeLine(
                        number,
                        itemCode(number),
                        line.path("name").asString(),
                        10_000,
                        fen * 10_000,
                        Money.ofFen(fen),
                        date()));
            }
            return new Bill(circumstances(), lines);
        }

        public Circumstances circumstances() {
            PersonType personType = personType();
            JsonNode special = input().path("special_treatment");
            return new Circumstances(
                    new RegionCode(input().path("person").path("insured_region").asString()),
                    new RegionCode(input().path("destination").asString()),
                    personType.plan(),
                    personType,
                    BenefitYear.CALENDAR,
                    ServiceType.valueOf(upper("service")),
                    InstitutionLevel.valueOf(input().path("level").asString()),
                    trip(),
                    DestinationType.valueOf(upper("destination_type")),
                    special.isMissingNode() ? null : special.asString(),
                    input().path("use_account").asBoolean(false),
                    date(),
                    date());
        }

        public Catalogue catalogue() {
            Map<String, CatalogueItem> items = new HashMap<>();
            int number = 0;
            for (JsonNode line : input().path("lines")) {
                number++;
                ItemClass itemClass = ItemClass.valueOf(line.path("class").asString());
                Ratio upfront = new Ratio(line.path("b_bp").asInt(0));
                @Nullable
                Money limit = line.has("limit") ? Money.ofFen(line.path("limit").asLong()) : null;
                // The waiver of class-B self-pay for special persons is data of the catalogue (golden case G08).
                Map<InsurancePlan, Ratio> upfrontRatios =
                        Map.of(InsurancePlan.EMPLOYEE, upfront, InsurancePlan.RESIDENT, upfront);
                items.put(
                        itemCode(number),
                        new CatalogueItem(
                                itemCode(number),
                                line.path("name").asString(),
                                ItemKind.SERVICE,
                                itemClass,
                                upfrontRatios,
                                Map.of(),
                                limit));
            }
            RegionCode region = switch (input().path("catalogue").asString()) {
                case "care place" -> circumstances().careRegion();
                case "insured place" -> circumstances().insuredRegion();
                default -> throw new IllegalStateException("unknown catalogue of " + id());
            };
            return new Catalogue(
                    region, new Wording("测试目录", "fixture"), date(), Confidence.ASSUMED, "golden " + id(), items);
        }

        /** What the year already holds, as an opening would bring it. */
        public Counters before() {
            String period = circumstances().period();
            ServiceType service = circumstances().serviceType();
            Map<String, Long> values = new TreeMap<>();
            values.put("account", amount("account_balance"));
            values.put(Counter.ceilingOf(service, CeilingBasis.FUND_PAY).key(period), amount("pooled_used"));
            values.put(Counter.LARGE.key(period), amount("large_used"));
            values.put(Counter.BURDEN.key(period), amount("burden_before"));
            if (service == ServiceType.INPATIENT) {
                values.put(Counter.ADMISSIONS.key(period), amount("admission_no") - 1);
            } else {
                values.put(Counter.deductibleOf(service).key(period), amount("deductible_used"));
            }
            return Counters.of(values);
        }

        private long amount(String field) {
            return input().path(field).asLong(0);
        }

        private LocalDate date() {
            return LocalDate.parse(input().path("date").asString());
        }

        private String itemCode(int line) {
            return id() + "-" + line;
        }

        private String upper(String field) {
            return input().path(field).asString().toUpperCase(Locale.ROOT).replace('-', '_');
        }

        private PersonType personType() {
            String status = input().path("person").path("status").asString();
            return switch (status) {
                case "active" -> PersonType.ACTIVE;
                case "retired" -> PersonType.RETIRED;
                case "resident" -> PersonType.RESIDENT;
                case "离休" -> PersonType.RETIRED_CADRE;
                default -> throw new IllegalStateException("unknown status " + status);
            };
        }

        private Trip trip() {
            String trip = input().path("trip").asString();
            return switch (trip) {
                case "home" -> Trip.HOME;
                case "long_term" -> Trip.LONG_TERM;
                case "transfer", "transfer_special", "transfer_nonspecial" -> Trip.TRANSFER;
                default -> throw new IllegalStateException("unknown trip " + trip);
            };
        }

        @Override
        public String toString() {
            return id() + " " + input().path("title").asString();
        }
    }
}
