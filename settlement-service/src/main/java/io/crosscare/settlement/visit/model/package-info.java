/** A visit's states and what each of them may become; its fee lines and the rules one line must keep. */
@NullMarked
package io.crosscare.settlement.visit.model;

import org.jspecify.annotations.NullMarked;
