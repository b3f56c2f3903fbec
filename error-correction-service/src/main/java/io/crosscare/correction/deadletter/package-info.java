/** Dead letters of all services as operator cases: shown masked, sent again, or given up with a reason. */
@NullMarked
package io.crosscare.correction.deadletter;

import org.jspecify.annotations.NullMarked;
