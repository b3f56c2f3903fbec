package io.crosscare.settlement.audit;

import static io.crosscare.settlement.document.Awaited.await;

import com.mongodb.client.model.Updates;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.audit.ProjectedHeads.ProjectedHead;
import io.crosscare.settlement.audit.model.CopiedKind;
import io.crosscare.settlement.audit.model.RecordVersion;
import io.crosscare.settlement.benefit.model.BenefitCalculation;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.benefit.model.SplitAmounts;
import io.crosscare.settlement.chain.model.AccountCredit;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Link;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.model.Unpublished;
import io.crosscare.settlement.chain.model.VoidedKey;
import io.crosscare.settlement.chain.mongo.EntryForge;
import io.crosscare.settlement.visit.TestVisits;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitLine;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import reactor.core.publisher.Mono;

/**
 * A sound store, and ways to break it behind the services' back, each of which returns the record that is then wrong. Most
 * forgeries are sealed: whoever made them computed all hashes and counters anew.
 */
final class PlantedCorruptions {

    private static final PersonId ANNA = AuditedWorld.person('a');
    private static final PersonId BO = AuditedWorld.person('b');
    private static final PersonId CHEN = AuditedWorld.person('c');
    private static final PersonId EMIL = AuditedWorld.person('e');

    /** Without unique indexes, so that what they refuse can be planted too. */
    final AuditedWorld world = new AuditedWorld(TestDatabase.with(List.of()));

    /** Anna's chain: 1 opening, 2 credit, 3 settlement, 4 its cancellation, 5 settled again, 6 and 7 two more visits. */
    private final Settlement cancelled;

    private final Settlement again;
    private final Settlement sixth;
    private final Settlement last;
    private final Visit.Open visitOfTheCancelled;

    /** Bo's chain: 1 credit, 2 a void key, 3 settlement. Chen has ten credits and a noted head at the eighth, Emil six. */
    private final Settlement ofBo;

    PlantedCorruptions() {
        world.open(ANNA, Map.of("2019/deductible.outpatient", 35_000L, "2019/pooled.outpatient", 120_000L));
        world.credit(ANNA, 20_000);
        visitOfTheCancelled = world.visit(ANNA, List.of(TestVisits.line(1, "1", 58_500)));
        cancelled = world.settle(visitOfTheCancelled, "1");
        world.cancel(cancelled);
        again = world.settle((Visit.Open) await(world.visits.find(visitOfTheCancelled.id())), "1", 1);
        sixth = world.settle(ANNA, 40_000);
        last = world.settle(ANNA, 30_000);
        world.credit(BO, 5_000);
        world.reverse(BO, Entries.key("never-came"));
        ofBo = world.settle(BO, 20_000);
        for (int i = 0; i < 10; i++) {
            world.credit(CHEN, 100);
        }
        for (int i = 0; i < 6; i++) {
            world.credit(EMIL, 100);
        }
        world.copy(CopiedKind.INSTITUTION, "copied_institutions", "H31000000001", 3);
        world.copy(CopiedKind.CONNECTIVITY, "copied_connectivity", "c1", 1);
        world.copy(CopiedKind.AGENCY, "copied_agencies", "321100", 1);
        world.copy(CopiedKind.FILING, "copied_filings", "f1", 2);
        world.copy(CopiedKind.INSURED_PERSON, "copied_persons", ANNA.value(), 1);
    }

    // I1

    String cutOffTheEnd() {
        world.delete("entries", last.id().value());
        return last.id().value();
    }

    String nameNothing() {
        String nothing = ANNA.value() + ":0000000099";
        nameInVisit(last, nothing);
        return nothing;
    }

    String nameAnothers() {
        nameInVisit(last, ofBo.id().value());
        return last.care().visit().value();
    }

    String publishNothing() {
        world.heads.put(ANNA.value(), new ProjectedHead(ANNA.value(), 8, "a".repeat(64)));
        return ANNA.value() + ":0000000008";
    }

    String hintBeyond() {
        world.update("heads", CHEN.value(), Updates.set("s", 11L));
        return CHEN.value() + ":0000000011";
    }

    /** Nothing else knows of a void. */
    String cutOffAVoid() {
        PersonId dora = AuditedWorld.person('d');
        Entry voided = world.reverse(dora, Entries.key("never-came-either"));
        world.delete("entries", voided.id().value());
        return voided.id().value();
    }

    // I2

    String keyTwice() {
        Visit.Open visit = world.visit(BO, List.of(TestVisits.line(1, "1", 1_000)));
        Settlement forged = world.settlement(visit, "1", 0, ofBo.key(), AuditedWorld::asComputed);
        settleAs(visit, forged);
        return forged.id().value();
    }

    String answerOther() {
        EntryForge forge = world.forge(BO);
        forge.replace(1, entry -> {
            AccountCredit credit = (AccountCredit) entry;
            return new AccountCredit(
                    credit.link(), credit.key(), ContentHash.of(new byte[1]), credit.insuredRegion(), credit.amount());
        });
        world.deliver(BO);
        return forge.id(1);
    }

    // I3

    String settleTwice() {
        Visit visit = await(world.visits.find(last.care().visit()));
        Settlement second = world.settlement(visit, "1", 1, Entries.key("pressed-again"), AuditedWorld::asComputed);
        world.forge(ANNA).append(second);
        world.deliver(ANNA);
        return second.id().value();
    }

    String lineTwice() {
        Visit.Settled visit =
                (Visit.Settled) await(world.visits.find(last.care().visit()));
        List<VisitLine> more = List.of(TestVisits.line(2, "2", 700));
        Visit.Open open = visit.withLines(await(world.visits.storeChunk(visit.id(), more)), more);
        await(world.visits.replace(open));
        Settlement second = world.settlement(
                open,
                "2",
                0,
                Entries.key("line-twice"),
                List.of(
                        TestVisits.line(1, "2", 30_000).line(),
                        TestVisits.line(2, "2", 700).line()),
                AuditedWorld::asComputed);
        settleAs(open, second);
        return second.id().value();
    }

    String rewriteSlot() {
        world.update("entries", last.id().value(), Updates.set("slot", "seq:7"));
        return last.id().value();
    }

    // I4

    String oneFen() {
        world.update("entries", sixth.id().value(), Updates.inc("amounts.pooledFundPay", 1L));
        return sixth.id().value();
    }

    String oneFenPosted() {
        world.update("entries", sixth.id().value(), Updates.inc("postings.0.fen", 1L));
        return sixth.id().value();
    }

    String postOther() {
        world.update(
                "entries",
                sixth.id().value(),
                Updates.combine(Updates.inc("postings.0.fen", 1L), Updates.inc("postings.1.fen", -1L)));
        return sixth.id().value();
    }

    // I5

    String undoOther() {
        EntryForge forge = world.forge(ANNA);
        forge.replace(
                4, entry -> undo((Undo) entry, ((Undo) entry).key(), oneFenLessByTheFund(((Undo) entry).undone())));
        world.deliver(ANNA);
        return forge.id(4);
    }

    String undoTwice() {
        EntryForge forge = world.forge(ANNA);
        Undo first = (Undo) forge.entry(4);
        Head head = await(world.chain.head(ANNA));
        Undo second = (Undo) EntryForge.with(
                undo(first, Key.undoOf(Entries.key("another")), first.undone()),
                head.next(Entries.NOW, first.link().delta()));
        forge.append(second);
        world.deliver(ANNA);
        return second.id().value();
    }

    // I6

    String voidSettled() {
        Head head = await(world.chain.head(BO));
        world.forge(BO)
                .append(new VoidedKey(
                        head.next(Entries.NOW, Counters.NONE),
                        ofBo.key(),
                        ofBo.requestHash(),
                        Entries.ZHENJIANG,
                        Entries.ZHONGSHAN,
                        Key.of(Entries.ZHONGSHAN.value(), EntryKind.REVERSAL, "reversal")));
        world.deliver(BO);
        return ofBo.id().value();
    }

    // I8

    String loseEvent() {
        world.heads.put(
                ANNA.value(), new ProjectedHead(ANNA.value(), 6, sixth.hash().value()));
        return last.id().value();
    }

    String deliverOther() {
        world.heads.put(ANNA.value(), new ProjectedHead(ANNA.value(), 7, "a".repeat(64)));
        return last.id().value();
    }

    String waitOnVisit() {
        world.update(
                "visits",
                last.care().visit().value(),
                Updates.set(
                        "unpublished", List.of(new Document("entry", last.id().value()))));
        return last.id().value();
    }

    String waitOnIntent() {
        Document intent =
                await(Mono.from(world.documents("intents").find(new Document("entry", ANNA.value() + ":0000000001"))));
        world.update("intents", intent.getString("_id"), Updates.set("state", "RECORDED"));
        return ANNA.value() + ":0000000001";
    }

    String refusalWaits() {
        String id = ANNA.value() + ":r1";
        Document refusal =
                new Document("_id", id).append("at", Date.from(Entries.NOW)).append("pending", true);
        await(Mono.from(world.documents("refusals").insertOne(refusal)));
        return id;
    }

    String forgetSettlement() {
        world.update("visits", last.care().visit().value(), Updates.unset("batches.0.settledBy"));
        return last.care().visit().value();
    }

    String deleteVisit() {
        world.delete("visits", last.care().visit().value());
        return last.care().visit().value();
    }

    String nameUndone() {
        nameInVisit(again, cancelled.id().value());
        return cancelled.care().visit().value();
    }

    String missChange() {
        world.owned.put(CopiedKind.INSTITUTION, new RecordVersion("H31000000001", 4));
        return "INSTITUTION H31000000001";
    }

    String runAhead() {
        world.update("copied_filings", "f1", Updates.set("version", 9L));
        return "FILING f1";
    }

    String loseCopy() {
        world.delete("copied_persons", ANNA.value());
        return "INSURED_PERSON " + ANNA.value();
    }

    // I9

    String deleteEntry() {
        world.delete("entries", sixth.id().value());
        return sixth.id().value();
    }

    String forkPlace() {
        String beside = sixth.id().value() + "'";
        world.forge(ANNA).appendBeside(sixth, beside);
        return beside;
    }

    String forkPrevious() {
        EntryForge forge = world.forge(EMIL);
        Entry third = forge.entry(3);
        forge.replace(5, entry -> EntryForge.with(entry, linkedTo(entry.link(), third.hash())));
        world.deliver(EMIL);
        return forge.id(5);
    }

    String alterHash() {
        world.update("entries", sixth.id().value(), Updates.set("hash", "0".repeat(63) + "1"));
        return sixth.id().value();
    }

    String alterContent() {
        world.update("entries", sixth.id().value(), Updates.set("requestHash", "0".repeat(63) + "1"));
        return sixth.id().value();
    }

    String overdraw() {
        world.update(
                "entries",
                sixth.id().value(),
                Updates.combine(Updates.inc("delta.account", -30_000L), Updates.inc("after.account", -30_000L)));
        return sixth.id().value();
    }

    String wrongSum() {
        world.update("entries", sixth.id().value(), Updates.inc("after.2019/pooled.outpatient", 1L));
        return sixth.id().value();
    }

    /** What the fund would pay if it had no ceiling, computed from a chain that had counted nothing. */
    String exceedCeiling() {
        PersonId dora = AuditedWorld.person('d');
        world.open(dora, Map.of("2019/pooled.outpatient", 10_000_000L));
        Visit.Open visit = world.visit(dora, List.of(TestVisits.line(1, "1", 500_000)));
        Settlement generous =
                world.settlement(visit, "1", 0, Entries.key("generous"), (_, _) -> asIfNothingWasCounted(visit));
        settleAs(visit, generous);
        return generous.id().value();
    }

    private CostSplit asIfNothingWasCounted(Visit.Open visit) {
        List<FeeLine> lines =
                await(world.visits.lines(visit)).stream().map(VisitLine::line).toList();
        return (CostSplit) BenefitCalculation.split(
                AuditedWorld.bill(lines, world.policy.hash(), world.catalogue.hash())
                        .bill(),
                world.policy.pack(),
                world.catalogue.catalogue(),
                Counters.NONE);
    }

    String otherBucket() {
        int bucket = world.document("entries", sixth.id().value()).getInteger("b");
        world.update("entries", sixth.id().value(), Updates.set("b", (bucket + 1) % 1024));
        return sixth.id().value();
    }

    String noBucket() {
        world.update("entries", sixth.id().value(), Updates.unset("b"));
        return sixth.id().value();
    }

    String unknownKind() {
        world.update("entries", sixth.id().value(), Updates.set("kind", "PRESENT"));
        return sixth.id().value();
    }

    String garbage() {
        world.delete("entries", sixth.id().value());
        Document rest = new Document("_id", sixth.id().value()).append("b", "x").append("s", List.of());
        await(Mono.from(world.documents("entries").insertOne(rest)));
        return sixth.id().value();
    }

    String strayField() {
        world.update("entries", sixth.id().value(), Updates.set("note", "checked by hand"));
        return sixth.id().value();
    }

    String timeBack() {
        EntryForge forge = world.forge(EMIL);
        forge.replace(5, entry -> {
            Link link = entry.link();
            Link earlier = new Link(
                    link.person(),
                    link.seq(),
                    link.prevHash(),
                    link.recordedAt().minusSeconds(1),
                    link.before(),
                    link.delta());
            return EntryForge.with(entry, earlier);
        });
        world.deliver(EMIL);
        return forge.id(5);
    }

    // I10

    String moveAFen() {
        EntryForge forge = world.forge(ANNA);
        forge.replace(6, entry -> {
            Settlement settlement = (Settlement) entry;
            Counters delta = settlement.link().delta().plus(Counters.of("2019/pooled.outpatient", -1));
            Link link = EntryForge.counted(settlement.link(), settlement.link().before(), delta);
            return new Settlement(
                    link,
                    settlement.key(),
                    settlement.requestHash(),
                    settlement.care(),
                    settlement.generation(),
                    oneFenLessByTheFund(settlement.amounts()),
                    settlement.basis(),
                    settlement.answerVersion(),
                    settlement.invoiceNumber(),
                    settlement.flags());
        });
        world.deliver(ANNA);
        return forge.id(6);
    }

    String alterBill() {
        world.update("bills", sixth.basis().billHash(), Updates.inc("lines.0.amountFen", 1L));
        return sixth.id().value();
    }

    String deleteBill() {
        world.delete("bills", sixth.basis().billHash());
        return sixth.id().value();
    }

    String undoElsewhere() {
        EntryForge forge = world.forge(ANNA);
        forge.replace(4, entry -> {
            Undo undo = (Undo) entry;
            return new Undo(
                    undo.link(),
                    undo.kind(),
                    undo.key(),
                    undo.requestHash(),
                    undo.original(),
                    sixth.care(),
                    undo.undone(),
                    undo.callerKey());
        });
        world.deliver(ANNA);
        return forge.id(4);
    }

    // I11

    String wrongFold() {
        EntryForge forge = world.forge(EMIL);
        forge.replace(
                5,
                entry -> EntryForge.with(
                        entry,
                        EntryForge.counted(
                                entry.link(),
                                entry.link().before().plus(Counters.of("account", 500)),
                                entry.link().delta())));
        world.deliver(EMIL);
        return forge.id(5);
    }

    String wrongHint() {
        world.update("heads", CHEN.value(), Updates.inc("counters.account", 1L));
        return CHEN.value() + ":0000000008";
    }

    // parts of forgeries

    private void nameInVisit(Settlement settlement, String named) {
        world.update("visits", settlement.care().visit().value(), Updates.set("batches.0.settledBy", named));
    }

    /** In the chain and in the visit, as a service would have left it. */
    private void settleAs(Visit.Open visit, Settlement settlement) {
        world.forge(settlement.link().person()).append(settlement);
        await(world.visits.replace(
                visit.settled(settlement.care().scope(), new Unpublished(settlement.id(), TestVisits.TRACEPARENT))));
        world.update(
                "visits",
                visit.id().value(),
                Updates.combine(Updates.set("unpublished", List.of()), Updates.set("pending", false)));
        world.deliver(settlement.link().person());
    }

    private static Undo undo(Undo undo, Key key, SplitAmounts undone) {
        return new Undo(
                undo.link(),
                undo.kind(),
                key,
                undo.requestHash(),
                undo.original(),
                undo.care(),
                undone,
                undo.callerKey());
    }

    private static Link linkedTo(Link link, ContentHash previous) {
        return new Link(link.person(), link.seq(), previous, link.recordedAt(), link.before(), link.delta());
    }

    static SplitAmounts oneFenLessByTheFund(SplitAmounts amounts) {
        Money fen = Money.ofFen(1);
        return new SplitAmounts(
                amounts.totalCost(),
                amounts.fullSelfPay(),
                amounts.overLimitSelfPay(),
                amounts.upfrontSelfPay(),
                amounts.eligibleCost(),
                amounts.transferSelfPay(),
                amounts.deductible(),
                amounts.reimbursementRatio(),
                amounts.pooledFundPay().minus(fen),
                amounts.largeAmountPay(),
                amounts.seriousIllnessPay(),
                amounts.fundPay().minus(fen),
                amounts.personalPay().plus(fen),
                amounts.personalAccountPay(),
                amounts.cashPay().plus(fen));
    }
}
