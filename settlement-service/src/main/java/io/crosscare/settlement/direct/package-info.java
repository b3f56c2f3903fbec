/**
 * The life of one direct settlement: registering the visit, preview, settlement, explanation, and the sweeper that finishes
 * what a stopped process left in flight. The only feature that sees all others.
 */
@NullMarked
package io.crosscare.settlement.direct;

import org.jspecify.annotations.NullMarked;
