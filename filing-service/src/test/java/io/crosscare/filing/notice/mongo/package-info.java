/** Tests: notices in the document store. */
@NullMarked
package io.crosscare.filing.notice.mongo;

import org.jspecify.annotations.NullMarked;
