/** Says how far this service has followed. */
@NullMarked
package io.crosscare.correction.chain.web;

import org.jspecify.annotations.NullMarked;
