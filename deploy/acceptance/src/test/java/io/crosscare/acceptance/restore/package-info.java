/** That a rehearsal which went wrong, or could not have, is not called clean. */
@NullMarked
package io.crosscare.acceptance.restore;

import org.jspecify.annotations.NullMarked;
