/** Asks filing-service and the registry what they know. */
@NullMarked
package io.crosscare.correction.desk.remote;

import org.jspecify.annotations.NullMarked;
