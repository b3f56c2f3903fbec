/** The papers of a filing: its forms, scans of what was shown, and the receipt to take home. */
@NullMarked
package io.crosscare.filing.paper;

import org.jspecify.annotations.NullMarked;
