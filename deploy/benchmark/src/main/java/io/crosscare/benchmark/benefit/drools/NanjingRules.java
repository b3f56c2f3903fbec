package io.crosscare.benchmark.benefit.drools;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import io.crosscare.settlement.benefit.model.Bill;
import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.CatalogueItem;
import io.crosscare.settlement.benefit.model.Circumstances;
import io.crosscare.settlement.benefit.model.Counter;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.benefit.model.ItemClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.runtime.StatelessKieSession;

/**
 * The rules of {@code nanjing-outpatient.drl}, built once as an executable model, each claim in a stateless session of its own.
 * One thread at a time.
 */
public final class NanjingRules {

    private static final String DOCUMENT = "nanjing-outpatient.drl";

    private final StatelessKieSession fresh;
    private final StatelessKieSession pooled;

    private NanjingRules(KieBase rules) {
        this.fresh = rules.newStatelessKieSession();
        this.pooled = rules.newKieSessionsPool(1).newStatelessKieSession();
    }

    /** Compiles the rules; takes seconds. */
    public static NanjingRules build() {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write(
                "src/main/resources/" + NanjingRules.class.getPackageName().replace('.', '/') + "/" + DOCUMENT, text());
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        KieBaseConfiguration configuration = services.newKieBaseConfiguration();
        configuration.setOption(KieBaseMutabilityOption.DISABLED);
        return new NanjingRules(
                services.newKieContainer(services.getRepository().getDefaultReleaseId())
                        .newKieBase(configuration));
    }

    private static String text() {
        try (InputStream file = NanjingRules.class.getResourceAsStream(DOCUMENT)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its resource " + DOCUMENT);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a session made for this claim. */
    public Answer answer(Bill bill, Catalogue catalogue, Counters before) {
        return answer(fresh, bill, catalogue, before);
    }

    /** With a session that was reset after the claim before. */
    public Answer answerFromPool(Bill bill, Catalogue catalogue, Counters before) {
        return answer(pooled, bill, catalogue, before);
    }

    private static Answer answer(StatelessKieSession session, Bill bill, Catalogue catalogue, Counters before) {
        Reply reply = new Reply();
        session.execute(facts(bill, catalogue, before, reply));
        return reply.require();
    }

    private static List<Object> facts(Bill bill, Catalogue catalogue, Counters before, Reply reply) {
        Circumstances care = bill.circumstances();
        List<Object> facts = new ArrayList<>(bill.lines().size() + 1);
        facts.add(new Claim(
                care.personType(),
                care.level(),
                care.usesPersonalAccount(),
                before.value(Counter.DEDUCTIBLE_OUTPATIENT.key(care.period())),
                before.value(Counter.POOLED_OUTPATIENT.key(care.period())),
                before.value(Counter.ACCOUNT.word()),
                reply));
        for (FeeLine line : bill.lines()) {
            facts.add(fact(line, catalogue.items().get(line.itemCode()), care));
        }
        return facts;
    }

    private static ClaimLine fact(FeeLine line, @Nullable CatalogueItem item, Circumstances care) {
        long quantity = line.quantityTenThousandths();
        long amount = line.amount().fen();
        if (item == null) {
            return new ClaimLine(
                    line.lineNumber(), ItemClass.C, 0, quantity, ClaimLine.UNLIMITED, ClaimLine.UNLIMITED, amount);
        }
        Money lineLimit = item.lineLimit();
        return new ClaimLine(
                line.lineNumber(),
                item.itemClass(),
                item.upfrontRatios().getOrDefault(care.plan(), Ratio.NONE).basisPoints(),
                quantity,
                item.unitLimitMillionths().getOrDefault(care.level(), ClaimLine.UNLIMITED),
                lineLimit == null ? ClaimLine.UNLIMITED : lineLimit.fen(),
                amount);
    }
}
