package io.crosscare.settlement.visit;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.CanonicalForm;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.eligibility.model.CardKind;
import io.crosscare.settlement.visit.model.Marker;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.VisitLine;
import java.time.LocalDate;

/** Visits for tests. */
public final class TestVisits {

    public static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    public static final LocalDate DAY = LocalDate.of(2019, 9, 10);

    private TestVisits() {}

    /** A visit of a Zhenjiang retiree at a Shanghai hospital; its key, number and id follow the letter. */
    public static Registration registration(char letter, ServiceType serviceType) {
        return new Registration(
                Entries.visit(letter),
                Entries.PERSON,
                Entries.ZHENJIANG,
                Entries.ZHONGSHAN,
                Entries.SHANGHAI,
                serviceType,
                DAY,
                null,
                CardKind.PROVINCIAL_CARD,
                "MZ-" + letter,
                null,
                new Registration.Request(
                        Entries.ZHONGSHAN + "/key-" + letter,
                        new CanonicalForm("test").text("MZ-" + letter).hash()),
                Entries.NOW);
    }

    /** One unit of an item. */
    public static VisitLine line(int number, String batch, long fen) {
        return line(number, batch, "ZL0001", fen);
    }

    public static VisitLine line(int number, String batch, String item, long fen) {
        return new VisitLine(batch, new FeeLine(number, item, null, 10_000, fen * 10_000, Money.ofFen(fen), DAY));
    }

    public static Marker marker(Scope scope) {
        return new Marker(
                scope,
                Entries.key("settle"),
                new CanonicalForm("test").text("settle").hash(),
                "b".repeat(64),
                Entries.headWithAccount().name(),
                "FP-1",
                TRACEPARENT,
                Entries.NOW);
    }
}
