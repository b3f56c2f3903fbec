package io.crosscare.filing.lodging.model;

/**
 * Whether a person may be filed for several places at once, other than for a transfer.
 *
 * @param placesMax 0: as many as there are
 * @param besidesPromise whether one of several may be filed on a promise
 */
public record PlacesRule(int placesMax, boolean besidesPromise, Clause clause) {

    boolean refuses(int others, boolean isPromise, boolean isBesidePromise) {
        if (others == 0) {
            return false;
        }
        boolean isTooMany = placesMax > 0 && others >= placesMax;
        boolean isSecondPromise = isPromise && isBesidePromise;
        return isTooMany || isSecondPromise || (!besidesPromise && (isPromise || isBesidePromise));
    }
}
