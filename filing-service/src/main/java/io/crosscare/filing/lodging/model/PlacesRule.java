package io.crosscare.filing.lodging.model;

/**
 * Whether a person may be filed for several places at once, other than for a transfer.
 *
 * @param placesMax 0: as many as there are
 * @param besidesPromise whether one of several may be filed on a promise
 */
public record PlacesRule(int placesMax, boolean besidesPromise, Clause clause) {

    /** What would let a filing be taken that the rule refuses. */
    Decision.PlacesTaken.Remedy remedyFor(int others, boolean isPromise, boolean isBesidePromise) {
        if (refuses(others, false, false)) {
            return Decision.PlacesTaken.Remedy.FEWER_PLACES;
        }
        if (isPromise && !refuses(others, false, isBesidePromise)) {
            return Decision.PlacesTaken.Remedy.PAPERS;
        }
        return isPromise ? Decision.PlacesTaken.Remedy.PAPERS_AND_SUPPLEMENT : Decision.PlacesTaken.Remedy.SUPPLEMENT;
    }

    boolean refuses(int others, boolean isPromise, boolean isBesidePromise) {
        if (others == 0) {
            return false;
        }
        boolean isTooMany = placesMax > 0 && others >= placesMax;
        boolean isSecondPromise = isPromise && isBesidePromise;
        return isTooMany || isSecondPromise || (!besidesPromise && (isPromise || isBesidePromise));
    }
}
