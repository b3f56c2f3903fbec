/** Tests: what days that pass have to say. */
@NullMarked
package io.crosscare.filing.notice;

import org.jspecify.annotations.NullMarked;
