/** Cases in the document store. */
@NullMarked
package io.crosscare.correction.desk.mongo;

import org.jspecify.annotations.NullMarked;
