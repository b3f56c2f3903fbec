/** The contract the gateway hands out, held against the services' own documents. */
@NullMarked
package io.crosscare.gateway.contract;

import org.jspecify.annotations.NullMarked;
