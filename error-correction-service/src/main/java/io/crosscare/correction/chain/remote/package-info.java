/** Fetches from the owner what the topic did not bring. */
@NullMarked
package io.crosscare.correction.chain.remote;

import org.jspecify.annotations.NullMarked;
