/** Tests of the development tokens. */
@NullMarked
package io.crosscare.local.token;

import org.jspecify.annotations.NullMarked;
