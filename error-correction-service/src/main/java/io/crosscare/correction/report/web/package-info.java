/** The doors to reports, attachments and disclosures. */
@NullMarked
package io.crosscare.correction.report.web;

import org.jspecify.annotations.NullMarked;
