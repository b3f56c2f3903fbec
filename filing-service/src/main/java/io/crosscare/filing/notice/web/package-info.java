/** The door of the notices. */
@NullMarked
package io.crosscare.filing.notice.web;

import org.jspecify.annotations.NullMarked;
