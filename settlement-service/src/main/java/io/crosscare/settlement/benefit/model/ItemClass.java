package io.crosscare.settlement.benefit.model;

/** 甲类 A: covered whole. 乙类 B: the person pays a share first. 丙类 C: outside the benefit package, as is what is not listed. */
public enum ItemClass {
    A,
    B,
    C
}
