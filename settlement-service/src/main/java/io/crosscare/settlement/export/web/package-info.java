/** The door of exports. */
@NullMarked
package io.crosscare.settlement.export.web;

import org.jspecify.annotations.NullMarked;
