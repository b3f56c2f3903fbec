/** The rules of the diagnosis as they are shipped. */
@NullMarked
package io.crosscare.correction.desk.pack;

import org.jspecify.annotations.NullMarked;
