/** What people bring to a case: reports by hand, attachments, and the trail of who looked at what is masked elsewhere. */
@NullMarked
package io.crosscare.correction.report;

import org.jspecify.annotations.NullMarked;
