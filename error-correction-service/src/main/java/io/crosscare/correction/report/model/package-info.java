/** Reports, attachments and disclosures; pure. */
@NullMarked
package io.crosscare.correction.report.model;

import org.jspecify.annotations.NullMarked;
