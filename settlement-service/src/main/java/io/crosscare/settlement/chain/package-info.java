/**
 * The settlement chain: the port through which entries are appended and read, and what is told of an entry outside. Nothing
 * here is ever updated or deleted.
 */
@NullMarked
package io.crosscare.settlement.chain;

import org.jspecify.annotations.NullMarked;
