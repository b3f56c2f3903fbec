/** What the doors and topics show, judged without a server. */
@NullMarked
package io.crosscare.registry.directory;

import org.jspecify.annotations.NullMarked;
