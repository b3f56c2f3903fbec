/** Filings that an employer has lodged for its people at one time (集中办理). */
@NullMarked
package io.crosscare.filing.employer;

import org.jspecify.annotations.NullMarked;
