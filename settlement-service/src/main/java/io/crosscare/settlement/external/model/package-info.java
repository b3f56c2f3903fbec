/** How far the feed of a core system has come. */
@NullMarked
package io.crosscare.settlement.external.model;

import org.jspecify.annotations.NullMarked;
