/** Tests: what is shown to whom. */
@NullMarked
package io.crosscare.filing.insured.web;

import org.jspecify.annotations.NullMarked;
