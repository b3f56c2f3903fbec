package io.crosscare.settlement.policy;

import io.crosscare.chassis.money.Ratio;
import io.crosscare.settlement.benefit.model.DestinationType;
import io.crosscare.settlement.benefit.model.Figure;
import io.crosscare.settlement.benefit.model.FigureTable;
import io.crosscare.settlement.benefit.model.InstitutionLevel;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.benefit.model.ServiceBenefit;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.benefit.model.TransferRule;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.document.DocumentFlaw;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a pack must hold beside being well written, before it becomes the law of its region: it speaks for no day for which
 * another pack speaks, unless it says that it replaces that one, and it takes no more from care outside than the limits allow.
 * Pure.
 */
final class PublicationChecks {

    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    private final List<CutLimit> limits;

    PublicationChecks(List<CutLimit> limits) {
        this.limits = List.copyOf(limits);
    }

    /**
     * What came of the checks.
     *
     * @param flaws for which the pack is refused
     * @param warnings which the approver should have read
     */
    record Findings(List<DocumentFlaw> flaws, List<Wording> warnings) {

        Findings {
            flaws = List.copyOf(flaws);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Checks a document.
     *
     * @param published all packs that are the law now
     * @param replaces hashes of those that it takes the place of
     */
    Findings check(LocatedPack document, Collection<PublishedPolicy> published, Set<String> replaces) {
        List<DocumentFlaw> flaws = new ArrayList<>(overlaps(document, published, replaces));
        List<Wording> warnings = new ArrayList<>();
        for (CutLimit limit : limits) {
            if (holdsFor(limit, document.pack())) {
                checkCut(document, limit, flaws, warnings);
            }
        }
        unknownFigures(document.pack(), warnings);
        return new Findings(flaws, warnings);
    }

    // no day has two laws

    private static List<DocumentFlaw> overlaps(
            LocatedPack document, Collection<PublishedPolicy> published, Set<String> replaces) {
        PolicyPack pack = document.pack();
        List<PublishedPolicy> rivals = published.stream()
                .filter(other -> other.pack().region().equals(pack.region()))
                .filter(other -> other.pack().personTypes().stream().anyMatch(pack.personTypes()::contains))
                .toList();
        List<DocumentFlaw> flaws = new ArrayList<>();
        for (PublishedPolicy rival : rivals) {
            boolean isReplaced = replaces.contains(rival.hash());
            if (isReplaced && rival.pack().from().isAfter(pack.from())) {
                flaws.add(document.flaw(
                        "from",
                        "起始日期早于所替换的政策 " + rival.pack().name(),
                        "lies before the first day of " + rival.pack().name() + ", which it replaces"));
            } else if (!isReplaced && countsOnADayOf(rival, rivals, pack)) {
                flaws.add(document.flaw(
                        "from",
                        "与现行政策 " + rival.pack().name() + "（" + rival.hash() + "）的有效期重叠；如为替换请在 replaces 中列明",
                        "overlaps " + rival.pack().name() + " (" + rival.hash()
                                + "), which is in force; name it in replaces to take its place"));
            }
        }
        return flaws;
    }

    /** Between two neighbouring days of change nothing changes, so that those days speak for all. */
    private static boolean countsOnADayOf(PublishedPolicy rival, List<PublishedPolicy> rivals, PolicyPack pack) {
        Set<LocalDate> days = new TreeSet<>(Set.of(pack.from()));
        for (PublishedPolicy other : rivals) {
            days.add(other.pack().from());
            days.add(
                    endOf(other.pack()).equals(END_OF_TIME)
                            ? END_OF_TIME
                            : endOf(other.pack()).plusDays(1));
        }
        return days.stream()
                .filter(pack::isInForceOn)
                .anyMatch(day -> pack.personTypes().stream()
                        .anyMatch(type -> rival.equals(PolicyShelf.inForce(rivals, pack.region(), type, day))));
    }

    private static LocalDate endOf(PolicyPack pack) {
        LocalDate to = pack.to();
        return to == null ? END_OF_TIME : to;
    }

    // what care outside may cost

    private static boolean holdsFor(CutLimit limit, PolicyPack pack) {
        return limit.region().contains(pack.region()) && !endOf(pack).isBefore(limit.from());
    }

    private static void checkCut(
            LocatedPack document, CutLimit limit, List<DocumentFlaw> flaws, List<Wording> warnings) {
        TransferRule transfer = document.pack().transfer();
        if (transfer == null || transfer.destinations().equals(Set.of(DestinationType.HOME))) {
            return;
        }
        int cut = Math.max(
                largestCut(document.pack(), transfer, transfer.special()),
                largestCut(document.pack(), transfer, transfer.notSpecial()));
        if (cut > limit.max().basisPoints()) {
            flaws.add(document.flaw(
                    "transfer",
                    "转外待遇最多降低 " + percent(cut) + "，超过上限 " + limit.max().toPercent() + "（" + limit.source() + "）",
                    "takes up to " + percent(cut) + " from a transfer, more than the "
                            + limit.max().toPercent() + " of " + limit.id()));
        } else if (cut > limit.filedMax().basisPoints()) {
            warnings.add(new Wording(
                    "已备案转外待遇降低 " + percent(cut) + "，超过 " + limit.filedMax().toPercent() + "（" + limit.source()
                            + "），请核实",
                    "a filed transfer loses " + percent(cut) + ", more than the "
                            + limit.filedMax().toPercent() + " of " + limit.id() + ": make sure of it"));
        }
    }

    /** In basis points of the eligible cost, where the deductible is past. */
    private static int largestCut(PolicyPack pack, TransferRule transfer, TransferRule.Terms terms) {
        int largest = 0;
        for (var service : pack.services().entrySet()) {
            for (PersonType personType : pack.personTypes()) {
                for (InstitutionLevel level : InstitutionLevel.values()) {
                    Figure<Ratio> own =
                            service.getValue().ratios().find(personType, level).orElse(null);
                    if (own != null) {
                        largest = Math.max(largest, cut(own.value(), transfer, terms, service.getKey()));
                    }
                }
            }
        }
        return largest;
    }

    private static int cut(Ratio own, TransferRule transfer, TransferRule.Terms terms, ServiceType service) {
        Figure<Ratio> share = terms.clinicShare();
        Figure<Ratio> clinic = transfer.clinicRatios().get(service);
        Figure<Integer> shift = terms.ratioShift();
        Ratio ratio = own;
        if (share != null) {
            ratio = clinic == null ? Ratio.NONE : share.value().of(clinic.value());
        } else if (shift != null) {
            ratio = own.shiftedBy(shift.value());
        }
        return own.basisPoints() - leftAfter(terms.upfront(), ratio).basisPoints();
    }

    private static Ratio leftAfter(@Nullable Figure<Ratio> upfront, Ratio ratio) {
        return upfront == null ? ratio : new Ratio(Ratio.ONE - upfront.value().basisPoints()).of(ratio);
    }

    private static String percent(int basisPoints) {
        return new Ratio(basisPoints).toPercent();
    }

    // what nobody knows

    private static void unknownFigures(PolicyPack pack, List<Wording> warnings) {
        pack.services().forEach((service, benefit) -> {
            long unknown = unknownCells(pack, benefit);
            if (unknown > 0) {
                warnings.add(new Wording(
                        service + " 有 " + unknown + " 个数值未知，涉及的账单将被拒绝",
                        service + " has " + unknown + " unknown figures; a bill that needs one is refused"));
            }
        });
    }

    private static long unknownCells(PolicyPack pack, ServiceBenefit benefit) {
        List<FigureTable<?>> tables = new ArrayList<>(List.of(benefit.ratios()));
        if (benefit.deductible() != null) {
            tables.add(benefit.deductible().amounts());
        }
        if (benefit.ceiling() != null) {
            tables.add(benefit.ceiling());
        }
        long unknown = 0;
        for (FigureTable<?> table : tables) {
            for (PersonType personType : pack.personTypes()) {
                for (InstitutionLevel level : InstitutionLevel.values()) {
                    unknown += table.find(personType, level).isPresent() ? 0 : 1;
                }
            }
        }
        return unknown;
    }
}
