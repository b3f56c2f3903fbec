/** Development tokens: what a hospital, an agency or an operator shows to the gateway of a suite on this machine. */
@NullMarked
package io.crosscare.local.token;

import org.jspecify.annotations.NullMarked;
