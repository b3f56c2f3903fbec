/** Asks settlement-service who is in hospital. */
@NullMarked
package io.crosscare.filing.notice.remote;

import org.jspecify.annotations.NullMarked;
