/** The doors of the auditor, for operators. */
@NullMarked
package io.crosscare.settlement.audit.web;

import org.jspecify.annotations.NullMarked;
