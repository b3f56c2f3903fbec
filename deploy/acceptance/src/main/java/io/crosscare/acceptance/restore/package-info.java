/**
 * Rehearses the loss of the document store on a suite of its own: backup while hospitals work, loss, restore, and then what
 * hospitals do about what they were answered after the backup.
 */
@NullMarked
package io.crosscare.acceptance.restore;

import org.jspecify.annotations.NullMarked;
