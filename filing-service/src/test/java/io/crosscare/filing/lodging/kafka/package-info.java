/** Tests: the event of a filing. */
@NullMarked
package io.crosscare.filing.lodging.kafka;

import org.jspecify.annotations.NullMarked;
