/** What must hold when all is quiet: the auditor's own rules over the chains, and the hospitals' journals held against them. */
@NullMarked
package io.crosscare.simulator.check;

import org.jspecify.annotations.NullMarked;
