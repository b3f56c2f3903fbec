/** What is heard of filings. */
@NullMarked
package io.crosscare.registry.kafka;

import org.jspecify.annotations.NullMarked;
