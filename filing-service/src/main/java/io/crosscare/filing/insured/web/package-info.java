/** Doors to insured persons. Every answer is masked for whoever asks. */
@NullMarked
package io.crosscare.filing.insured.web;

import org.jspecify.annotations.NullMarked;
