/** Tests of the rules as they are shipped. */
@NullMarked
package io.crosscare.correction.desk.pack;

import org.jspecify.annotations.NullMarked;
