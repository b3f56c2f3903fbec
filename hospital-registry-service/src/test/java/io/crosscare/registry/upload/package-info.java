/** Uploads, judged without a server. */
@NullMarked
package io.crosscare.registry.upload;

import org.jspecify.annotations.NullMarked;
