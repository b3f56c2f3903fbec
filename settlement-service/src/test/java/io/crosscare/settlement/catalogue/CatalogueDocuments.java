package io.crosscare.settlement.catalogue;

import io.crosscare.settlement.catalogue.CatalogueIntake.Outcome.Sound;
import java.nio.charset.StandardCharsets;

/** Documents of catalogues for tests. */
public final class CatalogueDocuments {

    private CatalogueDocuments() {}

    /** A document of Zhenjiang with so many items. */
    public static String document(int items, String source) {
        StringBuilder document = new StringBuilder("""
            # region: 321100
            # title-zh: 镇江医保目录
            # title-en: Zhenjiang catalogue
            # effective-from: 2019-01-01
            # confidence: assumed
            # source: %s
            code,name,kind,class,upfront_bp_employee,upfront_bp_resident,upfront_bp_special,limit_l1,limit_l2,limit_l3,limit_line
            """.formatted(source));
        for (int i = 0; i < items; i++) {
            document.append("D%06d,片剂 %d,DRUG,A,,,,,,,\n".formatted(i, i));
        }
        return document.toString();
    }

    static Sound sound(String document) {
        CatalogueIntake intake = new CatalogueIntake();
        intake.accept(document.getBytes(StandardCharsets.UTF_8));
        return (Sound) intake.end();
    }
}
