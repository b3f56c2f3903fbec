/** What-if: a candidate policy over settlements that were made, who would gain and who would lose. Changes nothing. */
@NullMarked
package io.crosscare.settlement.replay;

import org.jspecify.annotations.NullMarked;
