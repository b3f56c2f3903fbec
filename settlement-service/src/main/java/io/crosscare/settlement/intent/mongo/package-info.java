/** Intents in MongoDB. */
@NullMarked
package io.crosscare.settlement.intent.mongo;

import org.jspecify.annotations.NullMarked;
