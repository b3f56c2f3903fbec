package io.crosscare.settlement.eligibility.model;

import io.crosscare.settlement.benefit.model.Wording;
import java.util.EnumSet;
import java.util.Set;

/**
 * Why a settlement is refused, in order of precedence: where several apply, only the first is said (design.md §3.6). Each
 * names who can mend it and what to do next; the sentence is for the cashier's screen, at most 60 characters.
 */
public enum RefusalReason {
    REVERSED_BEFORE_ARRIVAL(
            Owner.CHAIN,
            Fixer.INSTITUTION,
            "该笔结算请求已被冲正，不能再结算",
            "This request was reversed before it arrived and never settles",
            "确需结算时，请用新的请求号重新发起",
            "If the bill is still to be settled, send it under a new key"),
    ALREADY_SETTLED(
            Owner.CHAIN,
            Fixer.INSTITUTION,
            "该费用已结算，请勿重复收费",
            "This fee scope has been settled already",
            "用原结算编号查询并打印结算单",
            "Look up the settlement named here and print its sheet"),
    INSTITUTION_UNKNOWN(
            Owner.REGISTRY,
            Fixer.CARE_REGION,
            "定点医疗机构名录中没有本机构",
            "The institution is not in the registry",
            "请就医地经办机构核对机构代码并登记",
            "Ask the care region's agency to check the code and register the institution"),
    REGIONS_NOT_CONNECTED(
            Owner.REGISTRY,
            Fixer.INSURED_REGION,
            "参保地与就医地尚未开通此类直接结算",
            "The two regions are not connected for this kind of care",
            "先自费结算，凭发票和费用清单回参保地报销",
            "Pay at the counter and claim at the insured region with invoice and fee list"),
    NOT_CONNECTED_ON_DATE(
            Owner.REGISTRY,
            Fixer.INSURED_REGION,
            "就医当日参保地与就医地尚未开通直接结算",
            "The two regions were not yet connected on the day of care",
            "先自费结算，凭发票和费用清单回参保地报销",
            "Pay at the counter and claim at the insured region with invoice and fee list"),
    INSTITUTION_NOT_CONNECTED(
            Owner.REGISTRY,
            Fixer.CARE_REGION,
            "本机构未对该参保地开通此类直接结算",
            "The institution is not open for this kind of care of that insured region",
            "查询已开通的机构，或先自费结算后回参保地报销",
            "Choose an institution that is open, or pay and claim at the insured region"),
    PERSON_UNKNOWN(
            Owner.FILING,
            Fixer.INSURED_REGION,
            "参保地查无此参保人",
            "The insured region does not know this person",
            "请核对参保地和证件，或联系参保地经办机构",
            "Check insured region and credential, or ask the insured region's agency"),
    INSURANCE_SUSPENDED(
            Owner.FILING,
            Fixer.INSURED_REGION,
            "参保状态不正常，暂不能享受待遇",
            "The insurance is not active",
            "请联系参保地经办机构恢复参保状态",
            "Ask the insured region's agency to restore the insurance"),
    CARD_NOT_ACCEPTED(
            Owner.FILING,
            Fixer.CARD_OFFICE,
            "此卡不能用于异地结算，须用参保地发的省卡",
            "This credential does not settle away from home; a provincial card of the insured region does",
            "到参保地发卡机构申领江苏省社会保障卡",
            "Obtain a provincial card from a card office of the insured region"),
    CARD_NOT_ACTIVE(
            Owner.FILING,
            Fixer.CARD_OFFICE,
            "社会保障卡未激活或已挂失",
            "The card is not activated, or reported lost",
            "请到参保地发卡机构激活或补办",
            "Have the card activated or replaced by its issuing office"),
    SERVICE_NOT_OPEN_FOR_CATEGORY(
            Owner.REGISTRY,
            Fixer.INSURED_REGION,
            "参保人的险种尚未开通此类异地直接结算",
            "This kind of care is not open for the person's insurance plan",
            "先自费结算，凭发票和费用清单回参保地报销",
            "Pay at the counter and claim at the insured region with invoice and fee list"),
    NO_FILING(
            Owner.FILING,
            Fixer.INSURED_REGION,
            "参保人没有异地就医备案",
            "The person has no filing",
            "请先向参保地经办机构备案，再刷卡结算",
            "File with the insured region's agency first, then settle"),
    FILING_FOR_OTHER_REGION(
            Owner.FILING,
            Fixer.INSURED_REGION,
            "备案的就医地不是本地",
            "The filing is for another care region",
            "请向参保地经办机构变更或增加备案就医地",
            "Have the filing changed, or file for this care region as well"),
    FILING_NOT_YET_EFFECTIVE(
            Owner.FILING,
            Fixer.INSURED_REGION,
            "就医当日备案尚未生效",
            "The filing was not yet effective on the day of care",
            "请联系参保地经办机构核对备案开始日期",
            "Ask the insured region's agency about the filing's first day"),
    FILING_EXPIRED(
            Owner.FILING,
            Fixer.INSURED_REGION,
            "就医当日备案已到期",
            "The filing had expired on the day of care",
            "请向参保地经办机构重新备案",
            "File again with the insured region's agency"),
    FILING_NOT_YET_UPSTREAM(
            Owner.REGISTRY,
            Fixer.INSURED_REGION,
            "备案尚未被上级平台接收，跨省暂不能直接结算",
            "The upper platform has not taken the filing yet, so no settlement across provinces",
            "请稍后再试；仍不行请参保地经办机构重新上传备案",
            "Try again a little later; else ask the insured region's agency to upload the filing again"),
    HOME_CLOSED_DURING_FILING(
            Owner.FILING,
            Fixer.INSURED_REGION,
            "异地备案期间，参保地暂停本地直接结算",
            "The insured region settles no care at home while a filing is in force",
            "请联系参保地经办机构取消备案或到窗口报销",
            "Ask the insured region's agency to end the filing, or claim at its counter"),
    SERVICE_NOT_COVERED(
            Owner.POLICY,
            Fixer.INSURED_REGION,
            "参保地政策不含此类医疗待遇",
            "The insured region's policy has no benefit for this kind of care",
            "请按自费结算，疑问请询参保地经办机构",
            "Settle as self-pay; ask the insured region's agency"),
    INSTITUTION_LEVEL_UNKNOWN(
            Owner.REGISTRY,
            Fixer.CARE_REGION,
            "本机构等级未登记，无法计算待遇",
            "The institution's level is not registered, so no benefit can be computed",
            "请就医地经办机构在名录中登记机构等级",
            "Ask the care region's agency to register the institution's level"),
    POLICY_MISSING(
            Owner.POLICY,
            Fixer.INSURED_REGION,
            "系统缺少参保地当日的待遇政策或目录",
            "The policy or catalogue for that day is not published here",
            "请联系参保地经办机构发布政策，之后重新结算",
            "Ask the insured region's agency to publish it, then settle again"),
    EXTERNAL_FEED_STALE(
            Owner.CHAIN,
            Fixer.INSURED_REGION,
            "参保地核心系统报送滞后，累计数不全，暂不能直接结算",
            "The insured region's core system has been silent, so the person's counters may not be whole",
            "请稍后再试，或联系参保地经办机构恢复报送",
            "Try again later, or ask the insured region's agency to have its feed resumed"),
    BILL_INCONSISTENT(
            Owner.BILL,
            Fixer.INSTITUTION,
            "费用明细不一致，无法结算",
            "The fee lines do not agree with each other",
            "请核对退费明细后重新上传",
            "Check the return lines and upload again"),
    INVOICE_ALREADY_PAID(
            Owner.BILL,
            Fixer.INSTITUTION,
            "该发票号已在另一笔结算中支付",
            "The invoice has been paid by another settlement",
            "请核对发票号；确属重复的，先撤销原结算",
            "Check the invoice number; if it is the same bill, cancel the other settlement first"),
    PREVIEW_STALE(
            Owner.CHAIN,
            Fixer.INSTITUTION,
            "预结算之后待遇累计已变化，金额不同",
            "The person's counters have moved since the preview, and the amounts differ",
            "请重新预结算，与患者确认后再结算",
            "Preview again, agree with the patient, then settle");

    /** Who keeps a record. */
    public enum Owner {
        CHAIN,
        REGISTRY,
        FILING,
        POLICY,
        BILL
    }

    /** Who can mend it. */
    public enum Fixer {
        INSTITUTION,
        CARE_REGION,
        INSURED_REGION,
        /** 参保地发卡机构, which issues, activates and replaces cards. */
        CARD_OFFICE
    }

    private final Owner owner;
    private final Fixer fixer;
    private final String zh;
    private final String en;
    private final String nextStepZh;
    private final String nextStepEn;

    RefusalReason(Owner owner, Fixer fixer, String zh, String en, String nextStepZh, String nextStepEn) {
        this.owner = owner;
        this.fixer = fixer;
        this.zh = zh;
        this.en = en;
        this.nextStepZh = nextStepZh;
        this.nextStepEn = nextStepEn;
    }

    /** Who keeps the records that decided: each is asked before the refusal is said. */
    public Set<Owner> owners() {
        return this == SERVICE_NOT_OPEN_FOR_CATEGORY ? EnumSet.of(Owner.REGISTRY, Owner.FILING) : EnumSet.of(owner);
    }

    public Fixer fixer() {
        return fixer;
    }

    public Wording message() {
        return new Wording(zh, en);
    }

    public Wording nextStep() {
        return new Wording(nextStepZh, nextStepEn);
    }
}
