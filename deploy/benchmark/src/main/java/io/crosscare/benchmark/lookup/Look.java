package io.crosscare.benchmark.lookup;

import io.crosscare.benchmark.load.Api;
import java.util.List;

/** A question, asked as often as wanted. */
enum Look {
    FILING_CHECK("备案核验", "filing check") {
        @Override
        String path(int index, Subjects subjects) {
            return Api.ROOT + "/filing-checks?careRegion=310000&serviceType=OUTPATIENT&on=2019-09-10&personId="
                    + turn(index, subjects.persons());
        }
    },
    INSTITUTION("查询机构", "an institution by its code") {
        @Override
        String path(int index, Subjects subjects) {
            return Api.ROOT + "/institutions/" + turn(index, subjects.institutions());
        }
    },
    SEARCH("检索机构", "search by place, capability and day") {
        @Override
        String path(int index, Subjects subjects) {
            return Api.ROOT
                    + "/institutions?region=321100&capability=SHANGHAI_OUTPATIENT&counterpart=310000&limit=20&on=2019-09-"
                    + (10 + index % 10);
        }
    };

    private final String zh;
    private final String en;

    Look(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** Whom and what the questions are about. */
    record Subjects(List<String> persons, List<String> institutions) {}

    abstract String path(int index, Subjects subjects);

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }

    private static String turn(int index, List<String> some) {
        return some.get(index % some.size());
    }
}
