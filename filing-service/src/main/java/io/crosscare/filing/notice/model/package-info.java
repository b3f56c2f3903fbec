/** Notices and the days that bring them; pure. */
@NullMarked
package io.crosscare.filing.notice.model;

import org.jspecify.annotations.NullMarked;
