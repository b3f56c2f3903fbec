/** Tests: kinds of scans. */
@NullMarked
package io.crosscare.filing.paper.model;

import org.jspecify.annotations.NullMarked;
