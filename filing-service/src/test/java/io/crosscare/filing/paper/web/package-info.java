/** Tests: the receipt. */
@NullMarked
package io.crosscare.filing.paper.web;

import org.jspecify.annotations.NullMarked;
