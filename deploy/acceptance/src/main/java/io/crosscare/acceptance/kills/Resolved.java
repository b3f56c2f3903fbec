package io.crosscare.acceptance.kills;

/**
 * What became of an intent that was never answered, as found out afterwards.
 *
 * @param intent its number
 * @param entryId the entry that says so; empty where the chain has none
 */
public record Resolved(long intent, End end, Way way, String entryId) {

    /** What it came to. */
    public enum End {
        /** It was done, and may have been undone since. */
        DONE,
        /** The rules refused it. */
        REFUSED,
        /** It never came, and now never can. */
        VOIDED
    }

    /** How that was found out. */
    public enum Way {
        /** By asking what became of the key. */
        OUTCOME("查询", "by outcome"),
        /** By reversing the key: nothing had been seen of it. */
        REVERSAL("冲正", "by reversal"),
        /** By sending the same request again. */
        AGAIN("重发", "sent again");

        private final String zh;
        private final String en;

        Way(String zh, String en) {
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
