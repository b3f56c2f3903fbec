package io.crosscare.simulator.mutant;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.chain.AppendOutcome;
import io.crosscare.settlement.chain.AppendOutcome.Appended;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.model.AccountCredit;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.SlotHolder;
import io.crosscare.settlement.chain.model.Veto;
import io.crosscare.settlement.chain.model.VoidedKey;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** A chain that is false in one thing. */
final class ChainMutations {

    private static final int ONE_IN = 10;

    private ChainMutations() {}

    /** Says that a void key is stored, and stores none. */
    static Mutation withoutTombstones() {
        return of(real -> new PassingChain(real) {
            @Override
            public Mono<AppendOutcome> append(Entry entry) {
                return entry instanceof VoidedKey ? Mono.just(new Appended(entry)) : super.append(entry);
            }
        });
    }

    /** Says that a refusal holds its slot, and lets it be taken. */
    static Mutation withoutVetoes() {
        return of(real -> new PassingChain(real) {
            @Override
            public Mono<SlotHolder> veto(Veto veto) {
                return Mono.just(veto);
            }
        });
    }

    static Mutation countingAFenMore() {
        return of(real -> new PassingChain(real) {
            private int asked;

            @Override
            public Mono<Head> head(PersonId person) {
                return super.head(person).map(head -> ++asked % ONE_IN == 0 && head.seq() > 0 ? oneMore(head) : head);
            }
        });
    }

    private static Head oneMore(Head head) {
        Counters more = head.counters().plus(AccountCredit.deltaOf(Money.ofFen(1)));
        return new Head(head.person(), head.seq(), head.hash(), head.recordedAt(), more);
    }

    static Mutation trustingTheFirstHead() {
        return of(real -> new PassingChain(real) {
            private final Map<PersonId, Head> first = new HashMap<>();

            @Override
            public Mono<Head> head(PersonId person) {
                Head known = first.get(person);
                return known == null ? super.head(person).doOnNext(head -> first.put(person, head)) : Mono.just(known);
            }
        });
    }

    static Mutation takingSilenceForSuccess() {
        return of(real -> new PassingChain(real) {
            @Override
            public Mono<AppendOutcome> append(Entry entry) {
                return super.append(entry).onErrorReturn(new Appended(entry));
            }
        });
    }

    private static Mutation of(UnaryOperator<Chain> around) {
        return new Mutation() {
            @Override
            public Chain chain(Chain real) {
                return around.apply(real);
            }
        };
    }
}
