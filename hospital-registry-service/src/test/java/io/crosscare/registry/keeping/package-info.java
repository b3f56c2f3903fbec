/** What keepers may do, judged without a server. */
@NullMarked
package io.crosscare.registry.keeping;

import org.jspecify.annotations.NullMarked;
