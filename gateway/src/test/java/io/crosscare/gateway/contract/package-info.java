@NullMarked
package io.crosscare.gateway.contract;

import org.jspecify.annotations.NullMarked;
