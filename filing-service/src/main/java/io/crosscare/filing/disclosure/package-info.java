/** Personal data shown unmasked to an agency that needs it, and the trail that every such read leaves. */
@NullMarked
package io.crosscare.filing.disclosure;

import org.jspecify.annotations.NullMarked;
