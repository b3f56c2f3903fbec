package io.crosscare.settlement.visit;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.CanonicalForm;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.eligibility.model.CardKind;
import io.crosscare.settlement.visit.model.Diagnosis;
import io.crosscare.settlement.visit.model.Marker;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Registration.Request;
import io.crosscare.settlement.visit.model.VisitAct;
import io.crosscare.settlement.visit.model.VisitLine;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** An act of the hospital's clerk, under a key where the letter is not a blank. */
    public static VisitAct act(VisitAct.Action action, char letter) {
        @Nullable
        Request request = letter == ' '
                ? null
                : new Request(
                        Entries.ZHONGSHAN + "/act-" + letter,
                        new CanonicalForm("test").text(action.name()).hash());
        return new VisitAct(action, request, Entries.NOW, "clerk", "录入有误", List.of());
    }

    public static Diagnosis diagnosis(String code, Diagnosis.Type type) {
        return new Diagnosis(code, "原发性高血压", type, Diagnosis.Kind.WESTERN, DAY, "心内科", "D310000000001");
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
