/** People for demo, tests and measurements who cannot be anybody. */
@NullMarked
package io.crosscare.local.person;

import org.jspecify.annotations.NullMarked;
