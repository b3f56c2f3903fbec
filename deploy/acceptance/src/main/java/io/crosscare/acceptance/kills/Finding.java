package io.crosscare.acceptance.kills;

/**
 * Something that must not be.
 *
 * @param text what, with its record, for people
 */
public record Finding(Kind kind, String text) {

    /** In the order in which a report shows them. */
    public enum Kind {
        LOST("丢失", "lost"),
        DOUBLED("重复", "doubled"),
        CHANGED("改变", "changed"),
        UNANSWERED("未应答", "unanswered"),
        UNRESOLVED("未查明", "unresolved"),
        UNEXPECTED("意外", "unexpected");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }
}
