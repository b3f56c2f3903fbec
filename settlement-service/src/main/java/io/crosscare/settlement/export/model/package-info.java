/** What a file of exported chains consists of, and what is wrong with one. */
@NullMarked
package io.crosscare.settlement.export.model;

import org.jspecify.annotations.NullMarked;
