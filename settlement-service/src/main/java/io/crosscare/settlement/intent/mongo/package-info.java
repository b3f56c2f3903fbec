/** Intents in MongoDB. */
@NullMarked
package io.crosscare.settlement.account.mongo;

import org.jspecify.annotations.NullMarked;
