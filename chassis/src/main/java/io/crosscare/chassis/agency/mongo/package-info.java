/** The kept agencies in the document store. */
@NullMarked
package io.crosscare.chassis.agency.mongo;

import org.jspecify.annotations.NullMarked;
