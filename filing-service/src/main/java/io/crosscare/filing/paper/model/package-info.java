/** Forms and scans; pure. */
@NullMarked
package io.crosscare.filing.paper.model;

import org.jspecify.annotations.NullMarked;
