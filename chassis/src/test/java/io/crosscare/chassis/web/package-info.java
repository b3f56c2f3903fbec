/** Tests: Strict JSON and problems. */
@NullMarked
package io.crosscare.chassis.web;

import org.jspecify.annotations.NullMarked;
