/** Visits and their fee lines in MongoDB. */
@NullMarked
package io.crosscare.settlement.visit.mongo;

import org.jspecify.annotations.NullMarked;
