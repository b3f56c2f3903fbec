/** The intent to write an entry that no visit stands for. */
@NullMarked
package io.crosscare.settlement.intent.model;

import org.jspecify.annotations.NullMarked;
