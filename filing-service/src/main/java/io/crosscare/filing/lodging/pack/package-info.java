/** The filing rules as they are shipped: one JSON resource, read strictly. */
@NullMarked
package io.crosscare.filing.lodging.pack;

import org.jspecify.annotations.NullMarked;
