/** Tests: the form of an application. */
@NullMarked
package io.crosscare.filing.lodging.web;

import org.jspecify.annotations.NullMarked;
